package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedRecordsTest {

  private static final Instant AT = Instant.parse("2024-11-12T05:00:00.000001Z");

  @TempDir Path folder;

  private final VaultKey key = VaultKey.random();
  private final SourceId source = SourceId.of(new byte[32]);

  @Test
  void records_ofEveryKind_comeBackAsWritten() throws Exception {
    writeOneOfEach();
    try (SealedRecords records = SealedRecords.open(folder, key, RecordPermission.LOCAL)) {
      for (RecordKind kind : RecordKind.values()) {
        assertThat(text(records, "select count(*) from " + kind.dataSet())).isEqualTo("1");
      }
      assertThat(text(records, "select value from selectors")).isEqualTo("anna@mail.example");
      assertThat(text(records, "select epoch_us(registered_at) from accounts"))
          .isEqualTo("1731387600000001");
      assertThat(text(records, "select source || source_table || source_row from messages"))
          .isEqualTo(source + "t1");
      assertThat(text(records, "select duplicate_of_row from rows")).isEqualTo("7");
      assertThat(text(records, "select amount_minor from payments")).isEqualTo("690");
      assertThat(text(records, "select action from accesses")).isEqualTo("login");
      assertThat(text(records, "select kind from facts")).isEqualTo("PERSON_NAME");
    }
  }

  @Test
  void records_manyRowGroups_countAll() throws Exception {
    try (RecordWriter writer = new RecordWriter(folder.resolve(source + "/1"), key)) {
      for (int row = 1; row <= 250_000; row++) {
        writer.write(
            new AccountRecord(new Origin(source, "t", row), "shop", "" + row, "member", null, AT));
      }
    }
    try (SealedRecords records = SealedRecords.open(folder, key, RecordPermission.LOCAL)) {
      assertThat(text(records, "select count(distinct account) from accounts")).isEqualTo("250000");
      assertThat(text(records, "select count(*) from accounts where account = '123456'"))
          .isEqualTo("1");
      assertThat(text(records, "select handle from accounts where account like '99%' limit 1"))
          .isEqualTo("null");
    }
  }

  @Test
  void files_holdNoPlainText() throws Exception {
    writeOneOfEach();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("mail.example", "shop", "Anna");
      }
    }
  }

  @Test
  void records_noneYet_viewsAreEmpty() throws Exception {
    try (SealedRecords records = SealedRecords.open(folder, key, RecordPermission.LOCAL)) {
      assertThat(text(records, "select count(*) from accounts where registered_at is null"))
          .isEqualTo("0");
    }
  }

  @Test
  void open_withoutPermission_refuses() {
    RecordPermission refused =
        () -> {
          throw new IllegalStateException("not a member");
        };
    assertThatThrownBy(() -> SealedRecords.open(folder, key, refused))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void engine_cannotReadOutsideItsFolder(@TempDir Path elsewhere) throws Exception {
    Path file = Files.writeString(elsewhere.resolve("a.csv"), "a\n1\n");
    try (SealedRecords records = SealedRecords.open(folder, key, RecordPermission.LOCAL)) {
      assertThatThrownBy(() -> text(records, "select a from read_csv('" + file + "')"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> text(records, "set enable_external_access = true"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void parquet_isOpenedByTheGateOnly() throws IOException {
    Path main = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(main)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(SealedRecordsTest::namesParquetReader)
                  .map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "RecordEngine.java", "SealedRecords.java", "EditionComparison.java");
    }
  }

  private static boolean namesParquetReader(Path file) {
    try {
      String code = Files.readString(file);
      return code.contains("read_parquet")
          || code.contains("ParquetReader")
          || code.contains("ParquetFileReader") && !file.endsWith("StoredRow.java")
          || code.contains("RecordEngine.open(")
          || code.contains("StoredRow.find(");
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private void writeOneOfEach() throws IOException {
    Origin origin = new Origin(source, "t", 1);
    Holder holder = new Holder("shop", "5", null, null);
    RecordedTime time = new RecordedTime(AT, "2024-11-12 06:00:00", null);
    try (RecordWriter writer = new RecordWriter(folder.resolve(source + "/1"), key)) {
      writer.write(
          new RowRecord(
              origin,
              10,
              2,
              30,
              "k",
              RowRecord.State.DUPLICATE,
              "repeats a row",
              new Origin(source, "t", 7)));
      writer.write(new AccountRecord(origin, "shop", "5", "member", "anna", AT));
      writer.write(
          new SelectorRecord(
              origin, holder, "EMAIL", " Anna@mail.example", "anna@mail.example", AT, "email"));
      writer.write(new FactRecord(origin, holder, "PERSON_NAME", "Anna", null, null));
      writer.write(new PaymentRecord(origin, holder, "paid", 690L, "EUR", null, time));
      writer.write(new AccessRecord(origin, holder, "198.18.0.1", time, "login", null));
      writer.write(new MessageRecord(origin, "shop", "5", "1", "9", AT, 120));
      writer.write(new EarlierValue(origin, "selectors", 1, "EMAIL", "anna", null, 1, AT));
    }
  }

  private static String text(SealedRecords records, String sql) throws SQLException {
    try (Statement statement = records.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return String.valueOf(result.getObject(1));
    }
  }

  @Test
  void theEngineTakesAThirdOfTheMachineUnlessToldOtherwise() {
    assertThat(SealedRecords.Limits.ofAllRecords(null, 24_000).memoryMegabytes()).isEqualTo(8_000);
    assertThat(SealedRecords.Limits.ofAllRecords(" ", 900).memoryMegabytes()).isEqualTo(512);
    assertThat(SealedRecords.Limits.ofAllRecords("2048", 24_000).memoryMegabytes()).isEqualTo(2048);
    for (String refused : List.of("511", "-1", "much", "2g", "99999999999")) {
      assertThatThrownBy(() -> SealedRecords.Limits.ofAllRecords(refused, 24_000))
          .isInstanceOf(IntakeException.class)
          .hasMessageContaining("CORDON_ENGINE_MEMORY is '" + refused + "'");
    }
  }
}
