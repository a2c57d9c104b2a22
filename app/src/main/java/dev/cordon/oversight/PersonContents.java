package dev.cordon.oversight;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a person's file together, inside the caller's transaction and under the rights of whom that
 * transaction names: the same rights and moment give the same bytes.
 */
@Component
class PersonContents {

  private record Part(String name, String title, String sql) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("subject", "The person", DataProtectionSql.SUBJECT_FACTS),
          new Part("judgements", "What members judged", DataProtectionSql.JUDGEMENTS),
          new Part("categories", "How the category changed (Art. 6)", DataProtectionSql.CATEGORIES),
          new Part("statements", "Facts and assessments (Art. 7)", DataProtectionSql.STATEMENTS),
          new Part("stays", "Whether the records may stay (Art. 5)", DataProtectionSql.STAYS),
          new Part("accounts", "Accounts", DataProtectionSql.ACCOUNTS),
          new Part("records", "Records, with the rows they came from", DataProtectionSql.RECORDS),
          new Part("links", "Why the accounts are taken for one person's", DataProtectionSql.LINKS),
          new Part("attributions", "Countries members decided", DataProtectionSql.ATTRIBUTIONS),
          new Part("evidence", "What pointed to countries", DataProtectionSql.EVIDENCE),
          new Part("packages", "Packages it went into", DataProtectionSql.PACKAGES),
          new Part("outcomes", "What agencies reported", DataProtectionSql.OUTCOMES),
          new Part("field_reports", "Field reports matched", DataProtectionSql.REPORTS),
          new Part("entries", "Who did what with these data", DataProtectionSql.ENTRIES));

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  PersonContents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Ids(UUID subject, UUID proposal) {}

  /** All parts, empty ones too. */
  List<Section> sections(OperationId operation, String subject, Instant asOf) {
    Ids ids =
        jdbc.sql(DataProtectionSql.SUBJECT)
            .param("operation", operation.value())
            .param("subject", subject)
            .query(
                (row, number) -> new Ids(Columns.uuid(row, "id"), Columns.uuid(row, "proposal_id")))
            .optional()
            .orElseThrow(() ->
                new RefusedException(
                    "There is no subject " + subject + " in this operation that you may see."));
    return PARTS.stream()
        .map(part ->
            new Section(
                part.name(),
                part.title(),
                jdbc.sql(part.sql())
                    .param("operation", operation.value())
                    .param("subject", ids.subject())
                    .param("proposal", ids.proposal())
                    .param("asOf", Columns.parameter(asOf))
                    .query(PersonContents::row)
                    .list()))
        .toList();
  }

  /** The names of the parts that can be withheld: all but who the person is. */
  static List<String> withholdable() {
    return PARTS.stream().map(Part::name).filter(name -> !name.equals("subject")).toList();
  }

  /** The digest of the sections, as the second person released them. */
  String digest(List<Section> sections) {
    return Sha256.hex(json.writeValueAsString(sections).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, @Nullable Object> row(ResultSet row, int number) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int place = 1; place <= columns.getColumnCount(); place++) {
      Object value =
          columns.getColumnTypeName(place).equals("timestamptz")
              ? row.getObject(place, OffsetDateTime.class)
              : row.getObject(place);
      values.put(columns.getColumnLabel(place), plain(value));
    }
    return values;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof OffsetDateTime at
        ? at.toInstant().toString()
        : value instanceof UUID id ? id.toString() : value;
  }
}
