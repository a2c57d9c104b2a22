package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.SafeCsv;
import dev.cordon.dispatch.content.PackagePayload;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A package's files. Those of the first form are made from its rows each time; those of a bag are
 * kept as they were signed, so that a copy asked for later fits the manifest whatever program made
 * it.
 */
@Component
class PackageFiles {

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final ContentStore contents;

  PackageFiles(JdbcClient jdbc, JdbcOperations batches, ContentStore contents) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.contents = contents;
  }

  /** The files by path inside the package. */
  Map<String, byte[]> of(IntelligencePackage content) {
    return content.form().isBag() ? PackagePayload.of(contents.of(content)) : firstForm(content);
  }

  /** Keeps what was signed. */
  void keep(IntelligencePackage released, Map<String, byte[]> payload) {
    batches.batchUpdate(
        ContentSql.ADD_FILE,
        payload.entrySet(),
        payload.size(),
        (row, file) -> {
          row.setObject(1, released.id().value());
          row.setString(2, file.getKey());
          row.setObject(3, released.operation().value());
          row.setObject(4, released.recipient().value());
          row.setBytes(5, file.getValue());
        });
  }

  /** What was kept; refused when it was erased by order. */
  Map<String, byte[]> kept(IntelligencePackage released) {
    Map<String, byte[]> files = new TreeMap<>();
    jdbc.sql(ContentSql.FILES)
        .param("package", released.id().value())
        .query(row -> {
          files.put(row.getString("path"), row.getBytes("content"));
        });
    if (files.isEmpty()) {
      throw new RefusedException(
          "The files of package "
              + released.number()
              + ", version "
              + released.version()
              + ", were erased with a person who was in it. Draft a new version.");
    }
    return files;
  }

  private Map<String, byte[]> firstForm(IntelligencePackage content) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("data/subjects.csv", subjects(content.id()));
    files.put("data/records.csv", records(content.id()));
    files.put("data/law.csv", law(content));
    return files;
  }

  private byte[] subjects(PackageId id) {
    Table table = new Table("number", "category", "attribution_reason");
    jdbc.sql(DispatchSql.ALL_SUBJECTS)
        .param("package", id.value())
        .query((ResultSet row) ->
            table.add(
                row.getString("subject_number"),
                row.getString("category"),
                row.getString("attribution_reason")));
    return table.bytes();
  }

  private byte[] records(PackageId id) {
    Table table =
        new Table(
            "number", "kind", "label", "value", "at", "source_name", "source_table", "source_row");
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
