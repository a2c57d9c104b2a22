package dev.cordon.formats;

import dev.cordon.formats.archives.Archive;
import dev.cordon.formats.archives.ArchiveLimits;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.archives.MemberVisitor;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.MediaJudge;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.php.PhpParser;
import dev.cordon.formats.profiles.ProfileFile;
import dev.cordon.formats.reports.ExtractionReport;
import dev.cordon.formats.reports.ReportFile;
import dev.cordon.formats.reports.ReportHandler;
import dev.cordon.formats.returns.JsonLinesParser;
import dev.cordon.formats.returns.JsonListParser;
import dev.cordon.formats.sheets.SheetHandler;
import dev.cordon.formats.sheets.SheetRow;
import dev.cordon.formats.sheets.Workbook;
import dev.cordon.formats.sheets.WorkbookLimits;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.formats.sqlite.SqliteLimits;
import dev.cordon.formats.sqlite.SqliteReader;
import dev.cordon.formats.tips.TipFile;
import dev.cordon.formats.tips.TipHandler;
import dev.cordon.formats.tips.TipParser;
import dev.cordon.formats.tips.TipPerson;
import dev.cordon.formats.tips.TipReport;
import dev.cordon.formats.weblogs.AccessLogHandler;
import dev.cordon.formats.weblogs.AccessLogLine;
import dev.cordon.formats.weblogs.AccessLogParser;
import dev.cordon.formats.weblogs.FormattedLogParser;
import dev.cordon.formats.weblogs.LogFormat;
import dev.cordon.formats.weblogs.LogHandler;
import dev.cordon.formats.weblogs.LogLine;
import dev.cordon.formats.weblogs.LogProposal;
import dev.cordon.formats.weblogs.W3cLogParser;
import dev.cordon.formats.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A parser of this module with inputs it likes. No input may throw anything but a {@link
 * FormatException}, and every line of a CSV file must be told.
 */
enum FuzzTarget {
  SQL(
      "CREATE TABLE `t` (`a` int, PRIMARY KEY (`a`)) CHARSET=utf8;\nINSERT INTO `t` VALUES (1,'x\\'y',0xFF,NULL),\n(2,_binary 'z',b'1',f('a'));\n",
      "-- PostgreSQL database dump\nCREATE TABLE s.t (a bytea, b text DEFAULT E'x\\'y') INHERITS (p);\nCOPY s.t (a, b) FROM stdin;\n\\\\xff\t\\N\na\\tb\t\\101\n\\.\nINSERT INTO t VALUES ('a', E'b\\n', $$c$$, 'x'::text, ARRAY[1]);\nSELECT pg_catalog.lowrite(0, '\\xff');\nCREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END;\n",
      "/*!40101 SET NAMES sjis, SQL_MODE='ANSI' */;\nUSE `a`;\nDELIMITER ;;\nCREATE TRIGGER x BEGIN END;;\nDELIMITER ;\nINSERT INTO `t` SET a=1, b=_utf16 0x00E6;\nALTER TABLE `t` ADD PRIMARY KEY (`a`);\n/*!50001 CREATE TABLE `v` (`a` int) */;\n",
      "PRAGMA foreign_keys=OFF;\nCREATE TABLE t(a, [b c] INT DEFAULT (1));\nCREATE TRIGGER x BEGIN INSERT INTO t VALUES(1); END;\nINSERT INTO t VALUES(X'00','c:\\');\n") {
    @Override
    void parse(byte[] bytes) throws IOException {
      DumpParser.parse(stream(bytes), DumpLimits.STANDARD, new Nothing());
    }
  },
  CSV(
      "id;name\n1;\"a\nb\"\n\nid,name\n2,c\n# x\n3\n,4\n",
      "id,name,mail\n1,a,x@mail.example\n2,b,y@mail.example\n3,c,z@mail.example\n4,two\nlines,w@mail.example\n\"5\\\"\",\"d\"e,f\n",
      "17\t198.18.0.1\t5\n18\t198.18.0.2\t6\n19\t198.18.0.3\t7\n\t\t\n",
      "email\na@mail.example\nb@mail.example\nc@mail.example\n") {
    @Override
    void parse(byte[] bytes) throws IOException {
      Places places = new Places();
      CsvParser.parse(stream(bytes), places);
      places.check(bytes.length);
    }
  },
  ACCESS_LOG("198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\"\n") {
    @Override
    void parse(byte[] bytes) throws IOException {
      AccessLogParser.parse(stream(bytes), new Nothing());
    }
  },
  LOG_FORMAT(
      "$remote_addr - $remote_user [$time_local] \"$request\" $status\n198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200\nx\n",
      "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\"\n198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET /\" 200 5 \"-\"\n") {
    @Override
    void parse(byte[] bytes) throws IOException {
      String text = new String(bytes, StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      LogProposal.of(lines);
      int end = Math.max(0, text.indexOf('\n'));
      LogFormat format = LogFormat.of(text.substring(0, end));
      byte[] rest = text.substring(end).getBytes(StandardCharsets.UTF_8);
      FormattedLogParser.parse(stream(rest), format, new Nothing());
      format.directive();
    }
  },
  W3C_LOG(
      "#Software: x\n#Fields: date time c-ip cs-method cs-uri-stem sc-status\n2024-03-02 10:00:00 198.18.0.1 GET / 200\n#Fields: c-ip\nx\n") {
    @Override
    void parse(byte[] bytes) throws IOException {
      W3cLogParser.parse(stream(bytes), new Nothing());
    }
  },
  JSON(
      "{\"accounts\":[{\"a\":\"b\",\"logins\":[{\"ip\":\"1\"}],\"c\":[1,2,[3]]}]}",
      "[{\"a\":1.5e9,\"b\":null,\"c\":\"\\u00e6\"},[],{}]") {
    @Override
    void parse(byte[] bytes) throws IOException {
      JsonListParser.parse(stream(bytes), element -> {});
    }
  },
  JSON_LINES("{\"a\":1}\n{\"b\":[{\"c\":\"d\"}]}\nx\n\n{\"a\":{\"b\":[]}}\n") {
    @Override
    void parse(byte[] bytes) throws IOException {
      JsonLinesParser.parse(stream(bytes), element -> {});
    }
  },
  PHP("a:2:{i:0;s:1:\"x\";s:1:\"k\";O:1:\"C\":1:{s:1:\"f\";d:1.5;}}") {
    @Override
    void parse(byte[] bytes) {
      PhpParser.parse(bytes);
    }
  },
  TIP(
      "<report><incidentSummary><incidentType>x</incidentType></incidentSummary><personOrUserReported><espIdentifier>u</espIdentifier><ipCaptureEvent><ipAddress>198.18.0.7</ipAddress><dateTime>2024-10-14T07:00:00Z</dateTime></ipCaptureEvent></personOrUserReported><fileDetails><fileId>f</fileId><originalFileHash hashType=\"MD5\">00</originalFileHash><fileData>QUJD</fileData></fileDetails></report>") {
    @Override
    void parse(byte[] bytes) throws IOException {
      TipParser.parse(stream(bytes), XmlLimits.STANDARD, new Nothing());
    }
  },
  PROFILE(
      "name: p\nproduct: P\ntables:\n  - name: t\n    form: csv\n    recognise: [a, \"b|c\"]\n    key: [a]\n    mappings:\n      - holder: {account: a}\n        account: {handle: b, registered: c|unix}\n        selectors: [{kind: EMAIL, column: b, at: c|utc}]\n") {
    @Override
    void parse(byte[] bytes) {
      ProfileFile.read("p.yaml", stream(bytes));
    }
  },
  SQLITE {
    @Override
    List<byte[]> seeds() throws IOException {
      try (InputStream seed = FuzzTarget.class.getResourceAsStream("small.sqlite")) {
        return List.of(seed.readAllBytes());
      }
    }

    @Override
    void parse(byte[] bytes) throws IOException {
      SqliteReader.read(
          RandomBytes.inMemory(stream(bytes), 1 << 24), SqliteLimits.STANDARD, new Nothing());
    }
  },
  WORKBOOK {
    @Override
    List<byte[]> seeds() throws IOException {
      return List.of(
          zip(
              "[Content_Types].xml",
              "<Types/>",
              "xl/workbook.xml",
              "<workbook xmlns:r=\"r\"><sheets><sheet name=\"K\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
              "xl/sharedStrings.xml",
              "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>",
              "xl/worksheets/sheet1.xml",
              "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"));
    }

    @Override
    void parse(byte[] bytes) throws IOException {
      Workbook.read(() -> stream(bytes), WorkbookLimits.STANDARD, new Nothing());
    }
  },
  ARCHIVE {
    @Override
    List<byte[]> seeds() throws IOException {
      byte[] tar = new byte[2048];
      byte[] name = "a.csv".getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(name, 0, tar, 0, name.length);
      byte[] sizes = "00000000010\0".getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(sizes, 0, tar, 124, sizes.length);
      byte[] magic = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(magic, 0, tar, 257, magic.length);
      tar[156] = '0';
      Arrays.fill(tar, 148, 156, (byte) ' ');
      int sum = 0;
      for (int index = 0; index < 512; index++) {
        sum += tar[index] & 0xFF;
      }
      byte[] check = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(check, 0, tar, 148, check.length);
      return List.of(zip("a.csv", "id,b\n1,2\n", "b.txt", "x"), tar);
    }

    @Override
    void parse(byte[] bytes) throws IOException {
      Archive.walk(stream(bytes), new ArchiveLimits(3, 1000, 1 << 16, SMALL_LIMITS), new Nothing());
    }
  },
  PACKED {
    @Override
    List<byte[]> seeds() throws IOException {
      byte[] plain = "id,name\n1,a\n".repeat(20).getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream gzip = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
        out.write(plain);
      }
      return List.of(gzip.toByteArray(), com.github.luben.zstd.Zstd.compress(plain));
    }

    @Override
    void parse(byte[] bytes) throws IOException {
      try (UnpackedStream stream = UnpackedStream.of(stream(bytes), SMALL_LIMITS)) {
        stream.readAllBytes();
      }
    }
  },
  REPORT(
      "<project xmlns=\"http://pa.cellebrite.com/report/2.0\"><file fs=\"P\" path=\"/a\" size=\"1\"><item name=\"MD5\">00</item></file></project>",
      "XRY\nx\n\nPictures #\t1\nPath:\t/a\nMD5:\t000102030405060708090a0b0c0d0e0f\nFile Size:\t1,2\n\nCalls # 2\nTel: 1\n",
      "#,Name,Path,MD5\n1,a,/b,000102030405060708090a0b0c0d0e0f\n") {
    @Override
    void parse(byte[] bytes) throws IOException {
      ExtractionReport.read(() -> stream(bytes), new Listed());
    }
  },
  CONTENT("id,name\n1,a\n", "{\"a\":1}\n{\"b\":2}\n", "GIF89a", "data:image/png;base64,iVBORw0K") {
    @Override
    void parse(byte[] bytes) {
      ContentJudge.judge(bytes);
      MediaJudge.judge(bytes, 0, bytes.length);
    }
  };

  private static final PackedLimits SMALL_LIMITS = new PackedLimits(20, 1 << 16, 1 << 20, 3);

  private final List<String> texts;

  FuzzTarget(String... texts) {
    this.texts = List.of(texts);
  }

  abstract void parse(byte[] bytes) throws IOException;

  List<byte[]> seeds() throws IOException {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** Parses; what the input is refused for has words. */
  final void read(byte[] bytes) throws IOException {
    try {
      parse(bytes);
    } catch (FormatException refused) {
      if (String.valueOf(refused.getMessage()).isBlank()) {
        throw new AssertionError("refused without words", refused);
      }
    }
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int index = 0; index < namesAndContents.length; index += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[index]));
        zip.write(namesAndContents[index + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return packed.toByteArray();
  }

  /** Places of a CSV file's parts: in order, within the file, no byte told twice. */
  private static final class Places implements CsvHandler {

    private long end;

    @Override
    public void header(CsvHeader header) {
      if (!header.isInvented()) {
        told(header.position());
      }
    }

    @Override
    public void row(CsvRow row) {
      if (row.values().size() != row.header().columns().size()) {
        throw new AssertionError("a row of another width than its header");
      }
      told(row.position());
    }

    @Override
    public void broken(Position position, String reason) {
      told(position);
    }

    private void told(Position position) {
      if (position.byteOffset() < end || position.lengthBytes() < 1) {
        throw new AssertionError("told twice, or out of order: " + position);
      }
      end = position.byteOffset() + position.lengthBytes();
    }

    private void check(long size) {
      if (end > size) {
        throw new AssertionError("told behind the end");
      }
    }
  }

  private static final class Nothing
      implements DumpHandler,
          AccessLogHandler,
          LogHandler,
          TipHandler,
          SheetHandler,
          MemberVisitor {

    @Override
    public void table(DumpTable table) {}

    @Override
    public void row(DumpRow row) {
      for (int index = 0; index < row.size(); index++) {
        row.text(index);
        row.bytes(index);
        row.media(index);
        row.isRepaired(index);
      }
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {}

    @Override
    public void request(AccessLogLine line) {
      line.path();
      line.method();
    }

    @Override
    public void line(LogLine line) {
      line.time();
    }

    @Override
    public void broken(Position position, String reason) {}

    @Override
    public void report(TipReport report) {}

    @Override
    public void person(TipPerson person) {}

    @Override
    public void file(TipFile file) {}

    @Override
    public void refused(Position position, String element, long lengthCharacters, String reason) {}

    @Override
    public void sheet(String name, boolean isHidden) {}

    @Override
    public void row(SheetRow row) {
      row.values();
    }

    @Override
    public void broken(String sheet, long number, Position position, String reason) {}

    @Override
    public void remark(String remark) {}

    @Override
    public void media(ArchiveMember member, MemberFinding finding) {}

    @Override
    public void content(ArchiveMember member, Content content, InputStream stream)
        throws IOException {
      stream.readAllBytes();
    }

    @Override
    public void told(ArchiveMember member, MemberFinding finding) {}

    @Override
    public boolean wants(ArchiveMember member) {
      return true;
    }
  }

  /** Takes what a report lists. */
  private static final class Listed implements ReportHandler {

    private long files;

    @Override
    public boolean file(ReportFile file) {
      return file.hasDigest() || files++ < 1000;
    }

    @Override
    public void broken(String reason) {}
  }
}
