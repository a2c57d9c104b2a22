package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.SafeCsv;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A package's files, made from its rows; the same rows give the same bytes, so that a copy asked
 * for later still fits the signed manifest.
 */
@Component
class PackageFiles {

  private final JdbcClient jdbc;

  PackageFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The files by path inside the package. */
  Map<String, byte[]> of(IntelligencePackage content) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("data/subjects.csv", subjects(content));
    files.put("data/records.csv", records(content.id()));
    files.put("data/law.csv", law(content));
    return files;
  }

  private byte[] subjects(IntelligencePackage content) {
    Table table = new Table("number", "category", "attribution_reason", "jurisdiction");
    jdbc.sql(DispatchSql.ALL_SUBJECTS)
        .param("package", content.id().value())
        .query((ResultSet row) ->
            table.add(
                row.getString("subject_number"),
                row.getString("category"),
                row.getString("attribution_reason"),
                content.country()));
    return table.bytes();
  }

  private byte[] records(PackageId id) {
    Table table =
        new Table(
            "number",
            "kind",
            "label",
            "value",
            "at",
            "concerns",
            "source_name",
            "source_table",
            "source_row");
    jdbc.sql(DispatchSql.ALL_RECORDS)
        .param("package", id.value())
        .query((ResultSet row) -> addRecord(table, row));
    return table.bytes();
  }

  private static void addRecord(Table table, ResultSet row) throws SQLException {
    Instant at = Columns.instantOrNull(row, "at");
    table.add(
        row.getString("subject_number"),
        row.getString("kind"),
        row.getString("label"),
        row.getString("value"),
        at == null ? "" : at.toString(),
        "subject",
        row.getString("source_name"),
        row.getString("source_table"),
        Long.toString(row.getLong("source_row")));
  }

  private static byte[] law(IntelligencePackage content) {
    IntelligencePackage.Law law = content.law();
    Table table = new Table("what", "value");
    table.add("country", content.country());
    table.add("conduct", law.conduct().name());
    table.add("on", law.on().toString());
    table.add("coverage", law.coverage().name());
    table.add("reason", law.reason());
    law.questions().forEach(question -> table.add("question", question));
    table.add("handling_code", content.handlingCode().name());
    table.add("grading", content.grading().toString());
    table.add("legal_basis", content.legalBasis());
    addAnswering(table, content);
    return table.bytes();
  }

  // Packages of earlier versions have no catalogue version, and their signed bytes must stay.
  private static void addAnswering(Table table, IntelligencePackage content) {
    String version = content.law().version();
    if (version == null) {
      return;
    }
    table.add("grading_scheme", content.grading().scheme().text());
    table.add("law_catalogue", version);
    String gap = content.law().gapReason();
    if (gap != null) {
      table.add("sent_all_the_same_because", gap);
    }
    TransferBasis basis = content.clearance().transferBasis();
    String words = content.clearance().transferWords();
    if (basis != null) {
      table.add("transfer_basis", basis.text());
    }
    if (words != null) {
      table.add("transfer_because", words);
    }
  }

  /** A CSV file by RFC 4180, every cell quoted, none a formula. */
  private static final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... header) {
      add(header);
    }

    void add(String... cells) {
      List<String> quoted = new ArrayList<>();
      for (String cell : cells) {
        String safe = SafeCsv.value(cell);
        quoted.add(safe.startsWith("\"") ? safe : '"' + safe + '"');
      }
      text.append(String.join(",", quoted)).append("\r\n");
    }

    byte[] bytes() {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
