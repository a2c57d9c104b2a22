package dev.cordon.oversight;

import dev.cordon.Columns;
import dev.cordon.SafeCsv;
import dev.cordon.access.Operation;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.LedgerProofs;
import dev.cordon.ledger.LedgerReadings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What leaves by way of oversight: the same content as JSON and CSV, with a manifest of digests and
 * of the ledger's entry that says it left.
 */
@Service
public class Exports {

  // A fixed moment, so that the same content gives the same archive.
  private static final LocalDateTime ARCHIVE_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final LedgerReadings readings;
  private final LedgerProofs proofs;
  private final Operations operations;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  Exports(
      JdbcClient jdbc,
      Ledger ledger,
      LedgerReadings readings,
      LedgerProofs proofs,
      Operations operations) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.readings = readings;
    this.proofs = proofs;
    this.operations = operations;
  }

  /**
   * An archive to hand out.
   *
   * @param name of the file, with the handling code
   * @param bytes of a zip
   */
  public record Archive(String name, byte[] bytes) {}

  /** An export that was made. */
  public record Made(
      UUID id, String kind, String reason, String manifest, Instant at, String member) {}

  /**
   * Seals sections into an archive and writes down that it left; inside the caller's transaction.
   *
   * @param kind {@code person_file}, {@code register} or {@code retention}
   * @param touched what the entry says it touched
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Archive seal(
      OperationId operation,
      String kind,
      String reason,
      List<Section> sections,
      Object... touched) {
    Operation of = operations.get(operation);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("data.json", bytes(json.writeValueAsString(content(of, kind, sections))));
    files.put("data.csv", bytes(csv(of.handlingCode().name(), sections)));
    String manifest = record(operation, kind, reason, files, touched);
    files.put("manifest.json", bytes(manifest));
    String name =
        kind.replace('_', '-') + "-" + of.handlingCode().name() + "-" + operation + ".zip";
    return new Archive(name, zip(files));
  }

  /** Appends the entry and keeps the manifest; gives the manifest. */
  private String record(
      OperationId operation,
      String kind,
      String reason,
      Map<String, byte[]> files,
      Object... touched) {
    EntryId entry =
        ledger.append(
            Entry.of(
                    operation,
                    Act.DISCLOSURE,
                    "oversight-export",
                    kind.replace('_', ' ') + ": " + reason)
                .touching(touched));
    Map<String, Object> digests = new LinkedHashMap<>();
    files.forEach((name, bytes) ->
        digests.put(name, Map.of("sha256", Sha256.hex(bytes), "bytes", bytes.length)));
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("cordon_export", 1);
    manifest.put("kind", kind);
    manifest.put("reason", reason);
    manifest.put("files", digests);
    manifest.put("ledger", ledger(entry));
    String text = json.writeValueAsString(manifest);
    keep(operation, kind, reason, text);
    return text;
  }

  /** Where to look for the entry, and the checkpoint before it. */
  Map<String, Object> ledger(EntryId entry) {
    Map<String, Object> proof = new LinkedHashMap<>();
    proof.put("entry", entry.toString());
    proof.put("leaf_sha256", proofs.of(entry).leaf());
    proof.put("key", readings.state().key());
    readings
        .state()
        .checkpoint()
        .ifPresent(checkpoint -> proof.put("checkpoint_before", checkpoint.note()));
    return proof;
  }

  void keep(OperationId operation, String kind, String reason, String manifest) {
    jdbc.sql(DataProtectionSql.ADD_EXPORT)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("kind", kind)
        .param("reason", reason)
        .param("manifest", manifest)
        .update();
  }

  /** The last exports of the operation. */
  @Transactional(readOnly = true)
  public List<Made> made(OperationId operation) {
    return jdbc.sql(DataProtectionSql.EXPORTS)
        .param("operation", operation.value())
        .query((row, number) ->
            new Made(
                Columns.uuid(row, "id"),
                row.getString("kind"),
                row.getString("reason"),
                row.getString("manifest"),
                Columns.instant(row, "made_at"),
                row.getString("member")))
        .list();
  }

  private static Map<String, Object> content(Operation of, String kind, List<Section> sections) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("kind", kind);
    content.put("handling_code", of.handlingCode().name());
    content.put("operation", of.name());
    content.put("operation_id", of.id().toString());
    content.put("authority", of.authority());
    content.put("legal_basis", of.legalBasis());
    content.put("sections", sections);
    return content;
  }

  private static String csv(String code, List<Section> sections) {
    StringWriter text = new StringWriter();
    SafeCsv csv = new SafeCsv(text);
    csv.line(List.of("handling_code", "section", "row", "column", "value"));
    for (Section section : sections) {
      int number = 0;
      for (Map<String, @Nullable Object> row : section.rows()) {
        number++;
        for (Map.Entry<String, @Nullable Object> cell : row.entrySet()) {
          Object value = cell.getValue();
          if (value != null) {
            List<Object> cells = new ArrayList<>(List.of(code, section.name(), number));
            cells.add(cell.getKey());
            cells.add(value);
            csv.line(cells);
          }
        }
      }
    }
    return text.toString();
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ARCHIVE_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
