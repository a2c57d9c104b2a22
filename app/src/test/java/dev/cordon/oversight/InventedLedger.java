package dev.cordon.oversight;

import dev.cordon.access.OperationId;
import dev.cordon.access.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes entries as if they had been made at another time; inside the member's transaction. */
record InventedLedger(JdbcClient jdbc) {

  UUID entry(
      OperationId operation, SignedIn member, String act, String what, String at, Object... ids) {
    UUID id = UUID.randomUUID();
    String[] records = new String[ids.length];
    for (int place = 0; place < ids.length; place++) {
      records[place] = ids[place].toString();
    }
    jdbc.sql(
            """
            insert into cordon.ledger_entry (id, operation_id, act, what, member_id, at, record_count, body)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            operation.value(),
            act,
            what,
            member.member().value(),
            Instant.parse(at).atOffset(ZoneOffset.UTC),
            records.length,
            ("invented " + id).getBytes(StandardCharsets.UTF_8))
        .update();
    jdbc.sql(
            """
            insert into cordon.ledger_opening (entry_id, operation_id, member_id, salt, reason, record_ids)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id, operation.value(), member.member().value(), new byte[32], "invented", records)
        .update();
    return id;
  }
}
