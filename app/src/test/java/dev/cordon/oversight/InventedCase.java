package dev.cordon.oversight;

import dev.cordon.access.OperationId;
import dev.cordon.access.SignedIn;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A confirmed subject with records, written as the analyst of an invented operation. */
public record InventedCase(JdbcClient jdbc, OperationId operation, SignedIn analyst) {

  public record Person(UUID subject, UUID proposal, String number) {}

  public UUID run() {
    UUID run = UUID.randomUUID();
    jdbc.sql(
            "insert into cordon.resolution_run (id, operation_id, rules, reason, started_by) values (?, ?, '1', 'x', ?)")
        .params(run, operation.value(), analyst.member().value())
        .update();
    return run;
  }

  public UUID source() {
    UUID source = UUID.randomUUID();
    jdbc.sql(
            """
            insert into cordon.source (operation_id, id, name, system, sha256, size_bytes, form, is_reference, sealing, notes,
              media_found, is_damaged, taken_by)
            values (?, ?, 'shop.sql', 'shop', ?, 1, 'SQL', false, 'COPIED', '{}', 0, false, ?)
            """)
        .params(
            operation.value(),
            source,
            source.toString().replace("-", "").repeat(2),
            analyst.member().value())
        .update();
    return source;
  }

  public Person person(
      UUID run, UUID source, String number, String country, String name, String card) {
    Person person = new Person(UUID.randomUUID(), UUID.randomUUID(), number);
    jdbc.sql(
            "insert into cordon.proposal (id, run_id, operation_id, number, cluster_id, accounts, payer) values (?, ?, ?, ?, ?, 1, true)")
        .params(person.proposal(), run, operation.value(), "P-" + number, "c-" + number)
        .update();
    String[][] records = {{"PERSON_NAME", name}, {"CARD", card}};
    for (int place = 0; place < records.length; place++) {
      jdbc.sql(
              """
              insert into cordon.proposal_record (proposal_id, operation_id, place, kind, label, value, source_id, source_table, source_row)
              values (?, ?, ?, ?, 'billing', ?, ?, 'orders', ?)
              """)
          .params(
              person.proposal(),
              operation.value(),
              place,
              records[place][0],
              records[place][1],
              source,
              place + 1)
          .update();
    }
    jdbc.sql(
            "insert into cordon.subject (id, operation_id, proposal_id, number, category) values (?, ?, ?, ?, 'suspect')")
        .params(person.subject(), operation.value(), person.proposal(), number)
        .update();
    jdbc.sql(
            "insert into cordon.judgement (id, operation_id, kind, proposal_id, subject_id, reason, decided_by) values (?, ?, 'confirmed', ?, ?, 'as the card says', ?)")
        .params(
            UUID.randomUUID(),
            operation.value(),
            person.proposal(),
            person.subject(),
            analyst.member().value())
        .update();
    jdbc.sql(
            "insert into cordon.attribution (id, operation_id, subject_id, country, reason, decided_by) values (?, ?, ?, ?, 'lives there', ?)")
        .params(
            UUID.randomUUID(),
            operation.value(),
            person.subject(),
            country,
            analyst.member().value())
        .update();
    return person;
  }
}
