package dev.cordon.intake;

import static dev.cordon.intake.TakenFiles.balances;
import static dev.cordon.intake.TakenFiles.gzip;
import static dev.cordon.intake.TakenFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form a file may have, through the whole of intake. */
class FormatsIntakeTest {

  static final Path FILES = Path.of("src/test/resources/dev/cordon/intake/formats");

  static final String USERS =
      "`ID` int, `user_login` text, `user_pass` text, `user_nicename` text, `user_email` text,"
          + " `user_registered` datetime";

  static final String LINE =
      "198.18.0.%d - - [02/Mar/2024:10:00:0%d +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"curl/8\"\n";

  @TempDir Path folder;

  private TakenFiles files;

  @BeforeEach
  void openVault() {
    files = new TakenFiles(folder);
  }

  @Test
  void sqlite_isReadWithItsRowNumbers() throws IOException, SQLException {
    byte[] database = Files.readAllBytes(FILES.resolve("users.sqlite"));
    SourceReport report = files.taken("users.sqlite", database);
    assertThat(balances(report))
        .containsExactly(
            "users.sqlite/users: 100 = 100 + 0 + 0", "users.sqlite/notes: 2 = 2 + 0 + 0");
    assertThat(report.form()).startsWith("SQLite database (");
    assertThat(report.unmapped()).containsExactly("users.sqlite/notes");
    assertThat(files.all("select count(distinct value) from selectors where kind = 'EMAIL'"))
        .containsExactly("100");
    assertThat(
            files.all(
                "select source_key from rows where source_table = 'notes' order by source_row"))
        .containsExactly("1", "2");
    String place =
        files
            .all(
                "select byte_offset || '|' || length from rows where source_table = 'users' and source_row = 7")
            .getFirst();
    String[] parts = place.split("\\|");
    int offset = Integer.parseInt(parts[0]);
    String cell =
        new String(database, offset, Integer.parseInt(parts[1]), StandardCharsets.ISO_8859_1);
    assertThat(cell).contains("member7@inbox.example").doesNotContain("member8@");
  }

  @Test
  void packedSqlite_isReadInMemoryWithTheSameRows() throws IOException, SQLException {
    byte[] database = Files.readAllBytes(FILES.resolve("users.sqlite"));
    SourceReport report = files.taken("users.sqlite.gz", gzip(database));
    assertThat(balances(report)).contains("users.sqlite.gz/users: 100 = 100 + 0 + 0");
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.COPIED);
  }

  @Test
  void logBesideADatabase_isNoted() throws IOException {
    Files.write(folder.resolve("users.sqlite-wal"), new byte[100]);
    SourceReport report =
        files.taken("users.sqlite", Files.readAllBytes(FILES.resolve("users.sqlite")));
    assertThat(report.notes()).anyMatch(note -> note.contains("lies beside it and is not applied"));
  }

  @Test
  void keyDeclaredBehindTheRows_findsDuplicates() throws IOException {
    String table = "CREATE TABLE public.%s (id integer NOT NULL, name text);\n";
    String rows = "COPY public.%s (id, name) FROM stdin;\n1\tAnn\n2\tBen\n\\.\n";
    String dump =
        "-- PostgreSQL database dump\n"
            + table.formatted("orders")
            + rows.formatted("orders")
            + table.formatted("orders_copy")
            + rows.formatted("orders_copy")
            + "ALTER TABLE ONLY public.orders ADD CONSTRAINT k PRIMARY KEY (id);\n";
    assertThat(balances(files.taken("shop.sql", dump)))
        .containsExactly("shop.sql/orders: 2 = 2 + 0 + 0", "shop.sql/orders_copy: 2 = 0 + 0 + 2");
  }

  @Test
  void severalDatabases_keepTheirTablesApart() throws IOException {
    String dump =
        "CREATE DATABASE `a`;\nUSE `a`;\nCREATE TABLE `t` (`id` int);\nINSERT INTO `t` VALUES (1);\n"
            + "CREATE DATABASE `b`;\nUSE `b`;\nCREATE TABLE `t` (`id` int);\nINSERT INTO `t` VALUES"
            + " (1),(2);\n";
    assertThat(balances(files.taken("two.sql", dump)))
        .containsExactly("two.sql/t: 1 = 1 + 0 + 0", "two.sql/b.t: 2 = 2 + 0 + 0");
  }

  @Test
  void jsonLines_areReadLineByLine() throws IOException, SQLException {
    String good =
        "{\"remote_addr\":\"198.18.0.%d\",\"time_iso8601\":\"2024-03-02T10:00:00+00:00\",\"status\":200,\"request\":\"GET /\"}\n";
    String lines =
        good.formatted(1) + good.formatted(2) + "{\"remote_addr\": cut\n" + good.formatted(3);
    SourceReport report = files.taken("access.jsonl", lines);
    assertThat(balances(report)).containsExactly("access.jsonl: 4 = 3 + 1 + 0");
    assertThat(files.all("select ip from accesses order by ip"))
        .containsExactly("198.18.0.1", "198.18.0.2", "198.18.0.3");
    assertThat(files.all("select line, reason from rows where state = 'quarantined'"))
        .singleElement()
        .asString()
        .startsWith("3|is no longer JSON from byte");
  }

  @Test
  void unknownLists_areCountedAndTheirNamesKeptOut() throws IOException, SQLException {
    String json =
        "{\"anna@inbox.example\": [{\"a\": 1}], \"things\": [{\"b\": 1}, {\"b\": 2}], \"n\": 5}";
    SourceReport report = files.taken("answer.json", json);
    assertThat(balances(report))
        .containsExactlyInAnyOrder(
            "answer.json/list 1: 1 = 1 + 0 + 0", "answer.json/things: 2 = 2 + 0 + 0");
    assertThat(report.notes()).anyMatch(note -> note.contains("3 rows kept as they are"));
    assertThat(report.toString()).doesNotContain("anna");
    assertThat(files.refused("none.json", "{\"a\": 5}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("is JSON without any table or list of records");
  }

  @Test
  void logInAFormOfItsOwn_isReadAsTold() throws IOException, SQLException {
    files.know(
        """
        sources:
          odd.log: {log_format: 'log_format odd "$time_iso8601|$remote_addr|$http_user_agent|$http_x_forwarded_for";'}
        """);
    SourceReport report =
        files.taken(
            "odd.log",
            "2024-03-02T10:00:00+01:00|198.18.0.7|curl/8|203.0.113.9, 198.18.0.7\nnot a line\n");
    assertThat(balances(report)).containsExactly("odd.log: 2 = 1 + 1 + 0");
    assertThat(files.all("select ip, \"at\", device from accesses"))
        .containsExactly("198.18.0.7|2024-03-02 09:00:00.0|curl/8");
    assertThat(files.all("select value from selectors where kind = 'IP_FORWARDED' order by 1"))
        .containsExactly("198.18.0.7", "203.0.113.9");
    assertThatThrownBy(() -> files.know("sources: {x: {log_format: '$a$b'}}"))
        .isInstanceOf(IntakeException.class)
        .hasMessageContaining("the log format of source x is not usable");
  }

  @Test
  void logNobodyDescribed_isReadByTheLookOfItsLines() throws IOException, SQLException {
    StringBuilder lines = new StringBuilder();
    for (int index = 1; index <= 5; index++) {
      lines.append(
          "198.18.0." + index + " 2024-03-02T10:00:0" + index + "Z /login 0.0" + index + "\n");
    }
    SourceReport report = files.taken("app.log", lines.toString());
    assertThat(balances(report)).containsExactly("app.log: 5 = 5 + 0 + 0");
    assertThat(report.notes()).anyMatch(note -> note.contains("by the look of its lines"));
    assertThat(files.all("select count(\"at\") from accesses")).containsExactly("5");
  }

  @Test
  void w3cLog_isRead() throws IOException, SQLException {
    SourceReport report =
        files.taken(
            "iis.log",
            "#Version: 1.0\n#Fields: date time c-ip cs-method cs(User-Agent)\n"
                + "2024-03-02 10:00:00 198.18.0.7 POST Mozilla/5.0+(X11)\n"
                + "2024-03-02 10:00:01 198.18.0.8 GET\n");
    assertThat(balances(report)).containsExactly("iis.log: 2 = 1 + 1 + 0");
    assertThat(files.all("select ip, \"at\", action, device from accesses"))
        .containsExactly("198.18.0.7|2024-03-02 10:00:00.0|request POST|Mozilla/5.0 (X11)");
  }

  @Test
  void tip_givesReferencesAndNeverTheFile() throws IOException, SQLException {
    String embedded = "QUJD".repeat(500);
    String tip =
        """
        <report><incidentSummary><incidentType>An incident</incidentType>
          <incidentDateTime>2024-10-15T08:00:00-07:00</incidentDateTime></incidentSummary>
          <personOrUserReported><personOrUserReportedPerson><email>ann@mail.example</email>
            <firstName>Ann</firstName><lastName>Ek</lastName></personOrUserReportedPerson>
            <espIdentifier>u-77</espIdentifier><screenName>ann77</screenName>
            <ipCaptureEvent><ipAddress>198.18.0.7</ipAddress><eventName>Login</eventName>
              <dateTime>2024-10-14T07:00:00Z</dateTime></ipCaptureEvent></personOrUserReported>
          <victim><victimPerson><firstName>Vera</firstName></victimPerson></victim>
          <fileDetails><fileId>f-1</fileId><originalFileName>holiday.jpg</originalFileName>
            <originalFileHash hashType="MD5">D41D8CD98F00B204E9800998ECF8427E</originalFileHash>
            <fileData>%s</fileData></fileDetails></report>
        """
            .formatted(embedded);
    SourceReport report = files.taken("tip.xml", tip);
    assertThat(balances(report))
        .containsExactly(
            "tip.xml/reports: 1 = 1 + 0 + 0",
            "tip.xml/persons: 2 = 2 + 0 + 0",
            "tip.xml/files: 1 = 1 + 0 + 0",
            "tip.xml/refused: 1 = 0 + 1 + 0");
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(report.notes()).anyMatch(note -> note.contains("1 file parts, which are refused"));
    assertThat(files.all("select account, handle from accounts")).containsExactly("u-77|ann77");
    assertThat(files.all("select account, value from facts where kind = 'FILE_HASH'"))
        .containsExactly("u-77|md5:d41d8cd98f00b204e9800998ecf8427e");
    assertThat(files.all("select raw, \"at\" from facts where kind = 'INCIDENT_TYPE'"))
        .containsExactly("An incident|2024-10-15 15:00:00.0");
    assertThat(files.all("select raw from facts where raw like '%Vera%' or raw like '%holiday%'"))
        .isEmpty();
    assertThat(files.all("select ip, action from accesses")).containsExactly("198.18.0.7|login");
  }

  @Test
  void workbook_isReadSheetBySheet() throws IOException, SQLException {
    String header =
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>account_id</t></is></c><c r=\"B2\""
            + " t=\"inlineStr\"><is><t>created_at</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>email</t></is></c><c"
            + " r=\"D2\" t=\"inlineStr\"><is><t>phone</t></is></c></row>";
    String sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Subscribers</t></is></c></row>"
            + header
            + "<row r=\"5\"><c r=\"A5\"><v>77</v></c><c r=\"B5\" t=\"d\"><v>2024-03-02</v></c><c r=\"C5\""
            + " t=\"str\"><f>WEBSERVICE(\"http://x.example\")</f><v>ann@inbox.example</v></c></row>"
            + "<row r=\"6\"><c r=\"A6\"><v>78</v></c><c r=\"F6\"><v>1</v></c></row></sheetData></worksheet>";
    SourceReport report = files.taken("subscribers.xlsx", workbook(sheet));
    assertThat(balances(report)).containsExactly("subscribers.xlsx/Kunder: 3 = 1 + 2 + 0");
    assertThat(files.all("select line, state, reason from rows order by line"))
        .containsExactly(
            "1|quarantined|stands before any header",
            "5|stored|holds a formula; the value the file keeps was taken, nothing was calculated",
            "6|quarantined|has 6 cells, the header has 4");
    assertThat(files.all("select account, value from selectors where kind = 'EMAIL'"))
        .containsExactly("77|ann@inbox.example");
  }

  @Test
  void pictureInAWorkbook_keepsItFromBeingCopied() throws IOException {
    String sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c"
            + " r=\"B1\"><v>2</v></c></row></sheetData></worksheet>";
    byte[] book =
        zip(
            "[Content_Types].xml",
            "<Types/>",
            "xl/worksheets/sheet1.xml",
            sheet,
            "xl/media/image1.gif",
            TakenFiles.GIF);
    SourceReport report = files.taken("book.xlsx", book);
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(report.mediaFound()).isEqualTo(1);
    assertThat(balances(report)).containsExactly("book.xlsx/sheet1.xml: 1 = 1 + 0 + 0");
  }

  static byte[] workbook(String sheet) throws IOException {
    return zip(
        "[Content_Types].xml",
        "<Types/>",
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Kunder\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        "xl/worksheets/sheet1.xml",
        sheet);
  }

  @Test
  void tableOfNoKnownProduct_isKeptAndSaid() throws IOException, SQLException {
    SourceReport report = files.taken("odd.csv", "colour,shade,depth\nred,deep,1\nblue,light,2\n");
    assertThat(balances(report)).containsExactly("odd.csv: 2 = 2 + 0 + 0");
    assertThat(report.notes())
        .containsExactly("odd.csv: no profile fits: 2 rows kept as they are; propose a profile");
    assertThat(report.unmapped()).containsExactly("odd.csv");
    assertThat(files.all("select byte_offset, line, length from rows order by line"))
        .containsExactly("19|2|11", "30|3|13");
    assertThat(
            files.refused(
                "letter", "Dear colleague,\nsee below.\n".getBytes(StandardCharsets.UTF_8)))
        .contains("not recognised");
  }

  @Test
  void charsetFoundOut_isSaid() throws IOException {
    String rows = "navn;by;land\nB\u00f8rge;\u00c5rhus;Danmark\nS\u00f8ren;\u00d8lstykke;Danmark\n";
    SourceReport report = files.taken("old.csv", rows.getBytes(Charset.forName("windows-1252")));
    assertThat(report.notes()).anyMatch(note -> note.contains("read as windows-1252"));
    SourceReport wide =
        files.taken("wide.csv", ("\ufeff" + rows).getBytes(StandardCharsets.UTF_16LE));
    assertThat(wide.notes()).anyMatch(note -> note.contains("read as UTF-16LE (byte order mark)"));
    assertThat(balances(wide)).containsExactly("wide.csv: 2 = 2 + 0 + 0");
  }

  @Test
  void mediaInWideText_isFound() throws IOException {
    String row =
        "alpha\tbeta\tgamma\n1\tdata:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ\t3\n";
    SourceReport report =
        files.taken("wide.csv", ("\ufeff" + row).getBytes(StandardCharsets.UTF_16LE));
    assertThat(report.sealed()).isEqualTo(SourceReport.Sealing.BY_REFERENCE);
    assertThat(files.vault().sources()).isEmptyDirectory();
  }
}
