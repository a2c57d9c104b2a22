package dev.cordon.intake;

import static dev.cordon.intake.TakenFiles.balances;
import static dev.cordon.intake.TakenFiles.gzip;
import static dev.cordon.intake.TakenFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Bad files through the whole of intake: exact position, quarantine with reason, never silence. */
class HostileFilesTest {

  private static final String HEAD =
      "-- MySQL dump\nSET NAMES utf8mb4;\nCREATE TABLE `u` ("
          + FormatsIntakeTest.USERS
          + ", PRIMARY KEY (`ID`)) DEFAULT CHARSET=utf8mb4;\n";

  @TempDir Path folder;

  private TakenFiles files;

  @BeforeEach
  void openVault() {
    files = new TakenFiles(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "xz", "bz2", "zst"})
  void truncatedPacking_keepsWhatCameBefore(String packing) throws IOException {
    StringBuilder rows = new StringBuilder("colour,shade,depth\n");
    Random random = new Random(7);
    while (rows.length() < 3_000_000) {
      rows.append(Long.toHexString(random.nextLong()))
          .append(",b,")
          .append(random.nextInt())
          .append('\n');
    }
    byte[] packed = packed(packing, rows.toString().getBytes(StandardCharsets.UTF_8));
    SourceReport report =
        files.taken("cut.csv." + packing, Arrays.copyOf(packed, packed.length * 2 / 3));
    assertThat(report.isDamaged()).isTrue();
    assertThat(report.notes())
        .anyMatch(note -> note.contains("ends in the middle of its packed content"));
    Balance balance = report.balances().getFirst();
    assertThat(balance.stored()).isGreaterThan(1000);
    assertThat(balance.quarantined()).isLessThan(2);
  }

  private static byte[] packed(String packing, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    switch (packing) {
      case "gz" -> bytes.writeBytes(gzip(plain));
      case "zst" -> bytes.writeBytes(Zstd.compress(plain));
      case "xz" -> {
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(1))) {
          out.write(plain);
        }
      }
      default -> {
        try (OutputStream out = new BZip2CompressorOutputStream(bytes, 1)) {
          out.write(plain);
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void brokenUtf8_isKeptAndMarked() throws IOException, SQLException {
    byte[] dump =
        (HEAD
                + "INSERT INTO `u` VALUES (1,'J\u00f8rn','x','n','a@inbox.example','2024-01-01 00:00:00');\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    files.taken("latin.sql", dump);
    assertThat(files.all("select handle from accounts")).containsExactly("J\u00f8rn");
    assertThat(files.all("select state, reason from rows"))
        .containsExactly(
            "stored|some of its text is not valid in its character set and was read in another");
  }

  @Test
  void textEncodedTwice_isKeptAndRepairedBeside() throws IOException, SQLException {
    files.taken(
        "twice.sql",
        HEAD
            + "INSERT INTO `u` VALUES (1,'J\u00c3\u00b8rn','x','n','a@inbox.example','2024-01-01 00:00:00');\n");
    assertThat(
            files.all(
                "select kind, raw from selectors where kind in ('HANDLE', 'HANDLE_REPAIRED') order by kind"))
        .containsExactly("HANDLE|J\u00c3\u00b8rn", "HANDLE_REPAIRED|J\u00f8rn");
  }

  @Test
  void nulBytes_areQuarantinedOrMarked() throws IOException, SQLException {
    SourceReport report =
        files.taken(
            "nul.csv",
            "colour,shade,depth\nred as a rose is red,deep,1\nblue as the sky is blue,a\0b,2\n\0\0\0\0\ngreen as grass,c,3\n");
    assertThat(balances(report)).containsExactly("nul.csv: 4 = 3 + 1 + 0");
    assertThat(
            files.all("select line, state, reason from rows where reason is not null order by 1"))
        .containsExactly("3|stored|holds NUL bytes", "4|quarantined|holds nothing but NUL bytes");
  }

  @Test
  void headersGivenTwice_loseNoColumn() throws IOException {
    SourceReport report = files.taken("twice.csv", "name,city,Name\na,b,c\n");
    assertThat(balances(report)).containsExactly("twice.csv: 1 = 1 + 0 + 0");
  }

  @Test
  void commentsAndDelimitersInStrings_areText() throws IOException, SQLException {
    files.taken(
        "signs.sql",
        HEAD
            + "INSERT INTO `u` VALUES (1,'a;b -- c /* d */ ''e'' \\' f','x','n','a@inbox.example','2024-01-01 00:00:00'),\n"
            + "(2,'); DROP TABLE u; --','x','n','b@inbox.example','2024-01-01 00:00:00');\n");
    assertThat(files.all("select handle from accounts order by account"))
        .containsExactly("a;b -- c /* d */ 'e' ' f", "); DROP TABLE u; --");
  }

  @Test
  void dumpCutMidRow_quarantinesThatRow() throws IOException, SQLException {
    SourceReport report =
        files.taken(
            "cut.sql",
            HEAD
                + "INSERT INTO `u` VALUES (1,'anna','x','n','a@inbox.example','2024-01-01 00:00:00'),\n(2,'ben");
    assertThat(balances(report)).containsExactly("cut.sql/u: 2 = 1 + 1 + 0");
    assertThat(report.isDamaged()).isTrue();
    int offset =
        HEAD.length()
            + "INSERT INTO `u` VALUES (1,'anna','x','n','a@inbox.example','2024-01-01 00:00:00'),\n"
                .length();
    assertThat(files.all("select byte_offset from rows where state = 'quarantined'"))
        .containsExactly(Integer.toString(offset));
  }

  @Test
  void wrongColumnCounts_areQuarantinedByRow() throws IOException, SQLException {
    SourceReport report =
        files.taken(
            "wrong.sql",
            HEAD
                + "INSERT INTO `u` VALUES (1,'anna','x'),\n(2,'ben','x','n','b@inbox.example','2024-01-01 00:00:00');\n");
    assertThat(balances(report)).containsExactly("wrong.sql/u: 2 = 1 + 1 + 0");
    SourceReport csv = files.taken("wrong.csv", "a,b,c\n1,2,3\n1,2,3,4\n5,6,7\n");
    assertThat(balances(csv)).containsExactly("wrong.csv: 3 = 2 + 1 + 0");
    assertThat(csv.reasons())
        .containsExactly(java.util.Map.entry("has N columns, the header has N", 1L));
    assertThat(files.all("select line, reason from rows where state = 'quarantined' and line = 3"))
        .contains("3|has 4 columns, the header has 3");
  }

  @Test
  void shortLinesAlone_areAllQuarantined() throws IOException, SQLException {
    SourceReport report = files.taken("short.csv", "a,b,c,d,e,f\n" + "1,2\n".repeat(40));
    assertThat(balances(report)).containsExactly("short.csv: 40 = 0 + 40 + 0");
    assertThat(files.all("select line, byte_offset, length, reason from rows order by line"))
        .hasSize(40)
        .startsWith("2|12|4|has 2 columns, the header has 6")
        .endsWith("41|168|4|has 2 columns, the header has 6");
    assertThat(balances(files.taken("header.csv", "a,b,c,d,e,f\n")))
        .containsExactly("header.csv: 0 = 0 + 0 + 0");
  }

  @Test
  void secondHeader_isSaid() throws IOException {
    SourceReport report =
        files.taken("two.csv", "colour,shade,depth\n1,2,3\ncolour;shade;depth\n4;5;6\n");
    assertThat(balances(report)).containsExactly("two.csv: 2 = 2 + 0 + 0");
    assertThat(report.notes()).contains("two.csv: another header begins in line 3");
  }

  @Test
  void sqliteWithABrokenPage_losesThatPageByName() throws IOException, SQLException {
    byte[] database = Files.readAllBytes(FormatsIntakeTest.FILES.resolve("users.sqlite"));
    int page = 5 * 1024;
    Arrays.fill(database, page, page + 1024, (byte) 0x77);
    SourceReport report = files.taken("broken.sqlite", database);
    Balance users = report.balances().getFirst();
    assertThat(users.quarantined()).isEqualTo(1);
    assertThat(users.stored()).isBetween(50L, 99L);
    assertThat(
            files.all("select byte_offset, length, reason from rows where state = 'quarantined'"))
        .singleElement()
        .asString()
        .startsWith(page + "|1024|page 6 is no page of a table")
        .endsWith("the rows on it are missing");
    byte[] header = Arrays.copyOf(database, 60);
    assertThat(files.refused("header.sqlite", header)).contains("its header is missing or cut");
  }

  @Test
  void workbookWithADocumentType_isRefusedByPart() throws IOException, SQLException {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row"
            + " r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    SourceReport report = files.taken("dtd.xlsx", FormatsIntakeTest.workbook(bomb));
    assertThat(balances(report)).containsExactly("dtd.xlsx/Kunder: 1 = 0 + 1 + 0");
    assertThat(files.all("select reason from rows"))
        .singleElement()
        .asString()
        .contains("document type, which is refused");
  }

  @Test
  void workbookWithHugeSharedStrings_isBounded() throws IOException, SQLException {
    StringBuilder strings = new StringBuilder("<sst>");
    Random random = new Random(3);
    for (int index = 0; index < 1500; index++) {
      StringBuilder piece = new StringBuilder();
      while (piece.length() < 2000) {
        piece.append(Long.toHexString(random.nextLong()));
      }
      strings.append("<si><t>").append(piece.toString().repeat(30)).append("</t></si>");
    }
    byte[] book =
        zip(
            "[Content_Types].xml",
            "<Types/>",
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1499</v></c><c r=\"B1\"><v>1</v></c></row></sheetData></worksheet>",
            "xl/sharedStrings.xml",
            strings.append("</sst>").toString());
    SourceReport report = files.taken("huge.xlsx", book);
    assertThat(report.notes()).anyMatch(note -> note.contains("more shared strings than are held"));
    assertThat(files.all("select state, reason from rows"))
        .containsExactly("quarantined|names a shared string that is not there or too long");
  }

  @Test
  void jsonNestedTooDeep_endsByName() throws IOException {
    String deep = "[{\"a\":1},{\"b\":" + "[".repeat(5000) + "]".repeat(5000) + "}]";
    SourceReport report = files.taken("deep.json", deep);
    assertThat(report.isDamaged()).isTrue();
    assertThat(report.notes()).anyMatch(note -> note.contains("is nested deeper"));
    assertThat(balances(report)).containsExactly("deep.json/records: 2 = 1 + 1 + 0");
  }
}
