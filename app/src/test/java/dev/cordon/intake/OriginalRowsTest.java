package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The original of a row: the same whether taken apart alone or found by reading up to it. */
class OriginalRowsTest {

  private static final int ROWS = 60_000;

  @TempDir Path folder;
  private TakenFiles files;

  @BeforeEach
  void openVault() {
    files = new TakenFiles(folder);
  }

  @Test
  void rowFarIntoACsv_isWhatReadingUpToItGives() throws IOException {
    StringBuilder csv = new StringBuilder("id;mail;note\n");
    for (int row = 1; row <= ROWS; row++) {
      csv.append(row)
          .append(";m")
          .append(row)
          .append("@mail.example;\"a \"\"quoted\"\"; thing\"\n");
    }
    same(csv.toString(), "far.csv", "records", List.of(1L, 40_001L, (long) ROWS));
  }

  @Test
  void rowFarIntoADump_isWhatReadingUpToItGives() throws IOException {
    StringBuilder dump = new StringBuilder("-- MySQL dump 10.13\n/*!40101 SET NAMES utf8 */;\n");
    dump.append(
        "CREATE TABLE `a` (`id` int, `b,c` text, `d` blob);\nINSERT INTO `a` VALUES (0,'x','y')");
    for (int row = 1; row < ROWS; row++) {
      dump.append(row % 500 == 0 ? ";\nINSERT INTO `a` VALUES " : ",")
          .append("(")
          .append(row)
          .append(",'it\\'s (1,2);','");
      dump.append(row % 7 == 0 ? "h\u00e4lt" : "x").append("')");
    }
    dump.append(";\n");
    same(dump.toString(), "far.sql", "a", List.of(1L, 40_000L, 40_001L, (long) ROWS));
  }

  @Test
  void rowOfACopy_isWhatReadingUpToItGives() throws IOException {
    StringBuilder dump = new StringBuilder("--\n-- PostgreSQL database dump\n--\n");
    dump.append("SET standard_conforming_strings = on;\n");
    dump.append(
        "CREATE TABLE public.a (\n    id integer,\n    b text\n);\nCOPY public.a (id, b) FROM stdin;\n");
    for (int row = 1; row <= ROWS; row++) {
      dump.append(row).append(row % 5 == 0 ? "\t\\N\n" : "\ta\\tb\\\\c\n");
    }
    dump.append("\\.\n");
    SourceReport report = files.taken("copy.sql", dump.toString());
    String table = report.balances().getFirst().name().replace("copy.sql/", "");
    compare(report, table, List.of(30_000L, 40_001L, (long) ROWS));
  }

  @Test
  void packedSource_isGoneThroughToTheRow() throws IOException {
    StringBuilder csv = new StringBuilder("id,mail,note\n");
    for (int row = 1; row <= ROWS; row++) {
      csv.append(row).append(",m").append(row).append("@mail.example,x\n");
    }
    byte[] packed =
        TakenFiles.gzip(csv.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    compare(files.taken("far.csv.gz", packed), "records", List.of(40_001L, (long) ROWS));
  }

  @Test
  void recordsOfARow_areTheSameFromTheirPlace() throws IOException, java.sql.SQLException {
    SourceReport report =
        files.taken("shop.sql", Files.readAllBytes(IntakeTest.PLATFORM.resolve("shop.sql")));
    Source source = files.source(report);
    Vault vault = files.vault();
    int compared = 0;
    try (SealedRecords records =
        SealedRecords.open(vault.records(), vault.key(), RecordPermission.LOCAL)) {
      for (String one : files.all("select source_table, source_row from rows")) {
        String table = one.substring(0, one.indexOf('|'));
        long number = Long.parseLong(one.substring(one.indexOf('|') + 1));
        SourceRow row = SourceRows.find(records, source, table, number).orElseThrow();
        assertThat(find(source, table, number)).contains(java.util.Optional.of(row));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(306);
    assertThat(find(source, "wp_users", 100_000)).contains(java.util.Optional.empty());
    RowSet hidden = RowSet.of(List.of(new Origin(report.id(), "wp_users", 1)));
    assertThat(SourceRows.find(vault, RecordPermission.LOCAL, source, "wp_users", 1, hidden))
        .contains(java.util.Optional.empty());
    Files.delete(vault.records(report.id()).resolve("rows").resolve("places"));
    assertThat(find(source, "wp_users", 1)).isEmpty();
  }

  private java.util.Optional<java.util.Optional<SourceRow>> find(
      Source source, String table, long number) {
    return SourceRows.find(
        files.vault(), RecordPermission.LOCAL, source, table, number, RowSet.NONE);
  }

  private void same(String content, String name, String table, List<Long> rows) throws IOException {
    compare(files.taken(name, content), table, rows);
  }

  private void compare(SourceReport report, String table, List<Long> rows) throws IOException {
    Path shapes = files.vault().records(report.id()).resolve("shapes");
    assertThat(shapes).exists();
    List<OriginalRow> quick = rows.stream().map(row -> open(report, table, row)).toList();
    Files.delete(shapes);
    List<OriginalRow> slow = rows.stream().map(row -> open(report, table, row)).toList();
    assertThat(quick).isEqualTo(slow);
    assertThat(quick)
        .allSatisfy(row -> {
          assertThat(row.cells()).isNotEmpty();
          assertThat(row.whole()).isNotNull();
          assertThat(row.note()).isNull();
        });
  }

  private OriginalRow open(SourceReport report, String table, long number) {
    Vault vault = files.vault();
    try (SealedRecords records =
        SealedRecords.open(vault.records(), vault.key(), RecordPermission.LOCAL)) {
      Source source = files.source(report);
      SourceRow row = SourceRows.find(records, source, table, number).orElseThrow();
      assertThat(SourceRows.find(vault, RecordPermission.LOCAL, source, table, number, RowSet.NONE))
          .contains(java.util.Optional.of(row));
      return OriginalRows.open(vault, report.sha256(), RecordPermission.LOCAL, row);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
