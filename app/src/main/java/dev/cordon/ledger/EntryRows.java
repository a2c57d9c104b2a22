package dev.cordon.ledger;

import dev.cordon.access.MemberId;
import dev.cordon.ledger.internal.Commitment;
import dev.cordon.ledger.internal.Leaf;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Many entries as columns. Entries of one moment stand in the order of their times: a microsecond
 * apart.
 */
record EntryRows(List<Row> rows) {

  private record Row(UUID id, Instant at, Entry entry, Commitment commitment, byte[] body) {}

  static EntryRows of(List<Entry> entries, MemberId member, Instant from) {
    List<Row> rows = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      Instant at = from.plusNanos(1_000L * rows.size());
      UUID id = EntryId.fresh(at).value();
      Commitment commitment = Commitment.withFreshSalt();
      rows.add(
          new Row(id, at, entry, commitment, Leaf.of(id, at, entry, member, commitment).bytes()));
    }
    return new EntryRows(rows);
  }

  List<EntryId> ids() {
    return rows.stream().map(row -> new EntryId(row.id())).toList();
  }

  StatementSpec bind(StatementSpec statement) {
    return statement
        .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
        .param(
            "operations",
            column(row -> row.entry().operation().map(one -> one.value()).orElse(null)))
        .param("acts", rows.stream().map(row -> row.entry().act().name()).toArray(String[]::new))
        .param("whats", rows.stream().map(row -> row.entry().what()).toArray(String[]::new))
        .param(
            "recipients",
            column(row -> row.entry().recipient().map(one -> one.value()).orElse(null)))
        .param(
            "times",
            rows.stream()
                .map(row -> row.at().atOffset(ZoneOffset.UTC).toString())
                .toArray(String[]::new))
        .param(
            "counts",
            rows.stream().map(row -> row.entry().records().size()).toArray(Integer[]::new))
        .param("bodies", rows.stream().map(Row::body).toArray(byte[][]::new))
        .param("salts", rows.stream().map(row -> row.commitment().salt()).toArray(byte[][]::new))
        .param("reasons", rows.stream().map(row -> row.entry().reason()).toArray(String[]::new))
        .param(
            "records",
            rows.stream().map(row -> literal(row.entry().records())).toArray(String[]::new));
  }

  private interface Value {
    @Nullable UUID of(Row row);
  }

  private @Nullable UUID[] column(Value value) {
    @Nullable UUID[] column = new UUID[rows.size()];
    for (int number = 0; number < column.length; number++) {
      column[number] = value.of(rows.get(number));
    }
    return column;
  }

  /** An array as PostgreSQL writes it. */
  private static String literal(List<String> values) {
    StringBuilder literal = new StringBuilder("{");
    for (String value : values) {
      literal
          .append(literal.length() > 1 ? ",\"" : "\"")
          .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    return literal.append('}').toString();
  }
}
