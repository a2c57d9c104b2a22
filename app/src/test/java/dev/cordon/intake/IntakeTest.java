package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.content.PackedLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

  static final Path PLATFORM = Path.of("src/test/resources/dev/cordon/intake/platform-cut");

  private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";

  @TempDir Path folder;

  private final VaultKey key = VaultKey.random();
  private Vault vault;
  private OperationFacts facts;

  @BeforeEach
  void openVault() throws IOException {
    vault = Vault.open(folder.resolve("vault"), key);
    try (InputStream yaml = Files.newInputStream(PLATFORM.resolve("operation.yaml"))) {
      facts = OperationFacts.read(yaml);
    }
  }

  @Test
  void platform_balances() {
    Map<String, String> balances = balances(takeAll(vault));
    assertThat(balances)
        .containsEntry("shop.sql/wp_wc_orders", "20 = 20 + 0 + 0")
        .containsEntry("shop.sql/wp_wc_orders_old_backup", "24 = 4 + 0 + 20")
        .containsEntry("shop.sql/wp_commentmeta", "0 = 0 + 0 + 0")
        .containsEntry("shop.sql/wp_wflogins", "8 = 8 + 0 + 0")
        .containsEntry("forum.sql/phpbb_log", "73 = 73 + 0 + 0")
        .containsEntry("card-processor.csv", "39 = 34 + 4 + 1")
        .containsEntry("crypto-invoices.csv", "19 = 17 + 1 + 1")
        .containsEntry("access.log", "32 = 28 + 4 + 0")
        .containsEntry("provider-return.json/accounts", "6 = 6 + 0 + 0")
        .containsEntry("provider-return.json/logins", "45 = 45 + 0 + 0")
        .containsEntry("ip-country.csv", "5 = 5 + 0 + 0")
        .hasSize(21 + 15 + 7);
  }

  @Test
  void platform_givesRecordsOfEveryKind() throws SQLException {
    takeAll(vault);
    assertThat(one("select count(*) from accounts where system = 'shop'")).isEqualTo("14");
    assertThat(one("select count(*) from accesses where action = 'login' and ip like '198.1%'"))
        .isNotEqualTo("0");
    assertThat(one("select value from selectors where context = 'e-mail after change' limit 1"))
        .contains("@");
    assertThat(one("select count(*) from payments where status = 'paid' and amount_minor > 0"))
        .isNotEqualTo("0");
    assertThat(
            one("select count(*) from rows where state = 'duplicate' and duplicate_of_row is null"))
        .isEqualTo("0");
    assertThat(one("select max(length) from messages")).isNotEqualTo("0");
    assertThat(one("select count(*) from facts where kind = 'PERSON_NAME' and value is null"))
        .isEqualTo("0");
  }

  @Test
  void rows_pointIntoTheSource() throws Exception {
    takeAll(vault);
    String place =
        one(
            "select byte_offset || ' ' || length from rows where source_table = 'wp_users' and source_row = 2");
    byte[] dump = Files.readAllBytes(PLATFORM.resolve("shop.sql"));
    int offset = Integer.parseInt(place.split(" ")[0]);
    String tuple =
        new String(dump, offset, Integer.parseInt(place.split(" ")[1]), StandardCharsets.UTF_8);
    assertThat(tuple).startsWith("(2,'").endsWith(")");
  }

  @Test
  void sealedSource_isTheOriginalAndEncrypted() throws IOException {
    SourceReport report = taken(take(PLATFORM.resolve("shop.sql"), "shop.sql"));
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.COPIED);
    try (InputStream opened = vault.openSource(report.sha256(), RecordPermission.LOCAL)) {
      assertThat(opened.readAllBytes()).isEqualTo(Files.readAllBytes(PLATFORM.resolve("shop.sql")));
    }
    String sealed =
        new String(Files.readAllBytes(vault.sealed(report.sha256())), StandardCharsets.ISO_8859_1);
    assertThat(sealed).doesNotContain("wp_users", "INSERT");
  }

  @Test
  void sameBytesTwice_areOneSource() throws IOException {
    take(PLATFORM.resolve("shop.sql"), "shop.sql");
    assertThat(take(PLATFORM.resolve("shop.sql"), "copy.sql"))
        .isInstanceOfSatisfying(
            IntakeOutcome.SameBytes.class,
            same -> assertThat(same.report().name()).isEqualTo("shop.sql"));
  }

  @Test
  void secondVault_givesTheSameRecords() throws SQLException {
    takeAll(vault);
    String sql = "select count(*) || ' ' || sum(hash(s)) from selectors s";
    String first = one(sql);
    vault = Vault.open(folder.resolve("second"), key);
    takeAll(vault);
    assertThat(one(sql)).isEqualTo(first);
  }

  @Test
  void cutGzip_keepsWhatCameBefore() throws IOException {
    byte[] packed = gzip(Files.readAllBytes(PLATFORM.resolve("forum.sql")));
    Path file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length * 2 / 3));
    SourceReport report = taken(take(file, "forum.sql.gz"));
    assertThat(report.isDamaged()).isTrue();
    assertThat(report.notes()).anyMatch(note -> note.contains("ends in the middle"));
    assertThat(report.balances().stream().mapToLong(Balance::stored).sum()).isGreaterThan(20);
    assertThat(report.balances().stream().mapToLong(Balance::quarantined).sum()).isLessThan(2);
  }

  @Test
  void uselessFiles_areOneLineEach() throws IOException {
    assertThat(reason(new byte[0])).isEqualTo("is empty");
    assertThat(reason("Dear colleague,\nsee below.\n".getBytes(StandardCharsets.UTF_8)))
        .contains("not recognised");
    assertThat(reason("Salted__12345678901234567890".getBytes(StandardCharsets.UTF_8)))
        .contains("encrypted");
    assertThat(reason("GIF89a\1\0\1\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("media file (GIF");
    assertThat(take(folder.resolve("absent"), "absent"))
        .isEqualTo(new IntakeOutcome.NotTaken("absent", "is not there", true));
    assertThat(vault.records()).isEmptyDirectory();
    assertThat(vault.work()).isEmptyDirectory();
  }

  @Test
  void sourceWithMedia_isSealedByReference() throws Exception {
    String dump =
        "CREATE TABLE `u` (`ID` int, `user_login` text, `user_pass` text, `user_nicename` text,"
            + " `user_email` text, `user_registered` datetime, PRIMARY KEY (`ID`));\n"
            + "INSERT INTO `u` VALUES (1,'anna','x','"
            + PNG
            + "','anna@inbox.example','2024-01-01 00:00:00'),\n(2,'"
            + PNG
            + "','x','b','b@inbox.example','2024-01-01 00:00:00');\n";
    SourceReport report = taken(take(Files.writeString(folder.resolve("m.sql"), dump), "m.sql"));
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(report.mediaFound()).isEqualTo(2);
    assertThat(vault.sources()).isEmptyDirectory();
    assertThat(one("select count(*) from selectors where kind = 'EMAIL'")).isEqualTo("2");
    assertThat(one("select count(*) from selectors where raw like 'iVBOR%'")).isEqualTo("0");
  }

  @Test
  void leftoversOfAKilledIntake_areGone() throws IOException {
    Files.createDirectories(vault.work().resolve("killed/records"));
    Vault.open(folder.resolve("vault"), key);
    assertThat(vault.work()).isEmptyDirectory();
  }

  private Map<String, SourceReport> takeAll(Vault into) {
    Map<String, SourceReport> reports = new HashMap<>();
    try (Intake intake = new Intake(into, facts, PackedLimits.STANDARD, true);
        Stream<Path> files = Files.list(PLATFORM)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (intake.take(file, name, bytes -> {}) instanceof IntakeOutcome.Taken taken) {
          reports.put(name, taken.report());
        }
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
    return reports;
  }

  private static Map<String, String> balances(Map<String, SourceReport> reports) {
    Map<String, String> balances = new HashMap<>();
    for (SourceReport report : reports.values()) {
      for (Balance balance : report.balances()) {
        balances.put(
            balance.name(),
            balance.rowsIn()
                + " = "
                + balance.stored()
                + " + "
                + balance.quarantined()
                + " + "
                + balance.duplicates());
      }
    }
    return balances;
  }

  private IntakeOutcome take(Path file, String name) {
    try (Intake intake = new Intake(vault, facts, PackedLimits.STANDARD, true)) {
      return intake.take(file, name, bytes -> {});
    }
  }

  private String reason(byte[] content) throws IOException {
    IntakeOutcome outcome = take(Files.write(folder.resolve("file"), content), "file");
    return ((IntakeOutcome.NotTaken) outcome).reason();
  }

  private static SourceReport taken(IntakeOutcome outcome) {
    return ((IntakeOutcome.Taken) outcome).report();
  }

  private String one(String sql) throws SQLException {
    try (SealedRecords records = SealedRecords.open(vault.records(), key, RecordPermission.LOCAL);
        Statement statement = records.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return String.valueOf(result.getString(1));
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(content);
    }
    return packed.toByteArray();
  }
}
