package dev.cordon.ledger.internal;

import dev.cordon.kernel.merkle.LogWriter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places and leaves in the database, inside the caller's transaction. */
record LedgerPlaces(JdbcClient jdbc) {

  private static final String SEQUENCE =
      """
      select cordon.ledger_sequence()
      """;

  private static final String LEAVES =
      """
      select body from cordon.ledger_leaves(:from, :atMost)
      """;

  private static final String RECORD =
      """
      insert into cordon.ledger_checkpoint (size, root, note) values (:size, :root, :note)
      on conflict (size) do nothing
      """;

  long sequence() {
    return jdbc.sql(SEQUENCE).query(Long.class).single();
  }

  List<byte[]> leaves(long from, int atMost) {
    return jdbc.sql(LEAVES)
        .param("from", from)
        .param("atMost", atMost)
        .query((row, number) -> row.getBytes("body"))
        .list();
  }

  int record(LogWriter.Published published) {
    return jdbc.sql(RECORD)
        .param("size", published.checkpoint().size())
        .param("root", published.checkpoint().root().bytes())
        .param("note", published.note())
        .update();
  }
}
