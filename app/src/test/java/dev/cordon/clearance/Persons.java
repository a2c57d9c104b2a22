package dev.cordon.clearance;

import dev.cordon.access.OperationId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays a confirmed subject, with its proposal, straight into the database; and marks it. */
final class Persons {

  private Persons() {}

  static void add(JdbcClient jdbc, OperationId operation, UUID subject, String category) {
    UUID run = UUID.randomUUID();
    UUID proposal = UUID.randomUUID();
    String number = "S-" + (1_000_000 + Math.floorMod(subject.hashCode(), 9_000_000));
    jdbc.sql(
            """
            insert into cordon.resolution_run (id, operation_id, rules, reason, started_by)
            values (?, ?, '1', 'test', cordon.current_member())
            """)
        .params(run, operation.value())
        .update();
    jdbc.sql(
            """
            insert into cordon.proposal (id, run_id, operation_id, number, cluster_id, accounts, payer)
            values (?, ?, ?, 'P-0001', 'c1', 1, true)
            """)
        .params(proposal, run, operation.value())
        .update();
    jdbc.sql(
            """
            insert into cordon.subject (id, operation_id, proposal_id, number, category) values (?, ?, ?, ?, ?)
            """)
        .params(subject, operation.value(), proposal, number, category)
        .update();
    jdbc.sql(
            """
            insert into cordon.judgement (id, operation_id, kind, proposal_id, subject_id, reason, decided_by)
            values (?, ?, 'confirmed', ?, ?, 'test', cordon.current_member())
            """)
        .params(UUID.randomUUID(), operation.value(), proposal, subject)
        .update();
  }

  static void mark(JdbcClient jdbc, OperationId operation, UUID subject, String code) {
    jdbc.sql(
            """
            insert into cordon.handling_mark (id, operation_id, kind, record_id, handling_code, reason, set_by)
            values (?, ?, 'subject', ?, ?, 'test', cordon.current_member())
            """)
        .params(UUID.randomUUID(), operation.value(), subject, code)
        .update();
  }
}
