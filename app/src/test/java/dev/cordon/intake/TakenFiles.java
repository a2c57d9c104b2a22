package dev.cordon.intake;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A vault of its own into which tests take small files, and questions to its records. */
final class TakenFiles {

  /** A picture's first bytes: harmless, and enough to be told as one. */
  static final byte[] GIF =
      "GIF89a\1\0\1\0\0\0\0!\u00f9\4\1\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private final Path folder;
  private final VaultKey key = VaultKey.random();
  private final Vault vault;
  private OperationFacts facts = OperationFacts.UNKNOWN;
  private Profiles profiles = Profiles.shipped();
  private PackedLimits limits = PackedLimits.STANDARD;

  TakenFiles(Path folder) {
    this.folder = folder;
    this.vault = Vault.open(folder.resolve("vault"), key);
  }

  Vault vault() {
    return vault;
  }

  void know(String yaml) {
    facts = OperationFacts.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  void use(Profiles others) {
    profiles = others;
  }

  void limit(PackedLimits unfolding) {
    limits = unfolding;
  }

  IntakeOutcome take(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    try (Intake intake = new Intake(vault, facts, profiles, limits, true)) {
      return intake.take(file, name, bytes -> {});
    }
  }

  SourceReport taken(String name, byte[] content) throws IOException {
    IntakeOutcome outcome = take(name, content);
    if (outcome instanceof IntakeOutcome.NotTaken refused) {
      throw new AssertionError(refused.name() + " " + refused.reason());
    }
    return ((IntakeOutcome.Taken) outcome).report();
  }

  SourceReport taken(String name, String content) throws IOException {
    return taken(name, content.getBytes(StandardCharsets.UTF_8));
  }

  String refused(String name, byte[] content) throws IOException {
    return ((IntakeOutcome.NotTaken) take(name, content)).reason();
  }

  /** The report as the register would have it. */
  Source source(SourceReport report) {
    return new Source(
        report.id().value(),
        report.name(),
        report.system(),
        report.sha256(),
        report.sizeBytes(),
        report.form(),
        report.isReference(),
        report.sealed(),
        report.notes(),
        report.mediaFound(),
        report.isDamaged(),
        java.time.Instant.EPOCH,
        "",
        0,
        0,
        0,
        0,
        0,
        null);
  }

  /** The balances as {@code name: in = stored + quarantined + duplicates}. */
  static List<String> balances(SourceReport report) {
    return report.balances().stream()
        .map(one ->
            one.name()
                + ": "
                + one.rowsIn()
                + " = "
                + one.stored()
                + " + "
                + one.quarantined()
                + " + "
                + one.duplicates())
        .toList();
  }

  /** The rows of an answer, their values with a bar between them. */
  List<String> all(String sql) throws SQLException {
    try (SealedRecords records = SealedRecords.open(vault.records(), key, RecordPermission.LOCAL);
        Statement statement = records.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join("|", row));
      }
      return rows;
    }
  }

  List<SealedMember> members(SourceReport report) throws IOException {
    List<SealedMember> members = new ArrayList<>();
    MemberList.read(vault, report.id(), RecordPermission.LOCAL, members::add);
    return members;
  }

  /** Every byte the vault keeps, as far as it is not text but bytes: letters one by one. */
  String vaultBytes() throws IOException {
    StringBuilder bytes = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("vault"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.append(folder.relativize(file)).append('\n');
        bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return bytes.toString();
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(content);
    }
    return packed.toByteArray();
  }

  /** A ZIP archive of names, each followed by its content: bytes or text. */
  static byte[] zip(Object... namesAndContents) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int index = 0; index < namesAndContents.length; index += 2) {
      Object content = namesAndContents[index + 1];
      members.put(
          (String) namesAndContents[index],
          content instanceof byte[] bytes
              ? bytes
              : ((String) content).getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    }
    return packed.toByteArray();
  }
}
