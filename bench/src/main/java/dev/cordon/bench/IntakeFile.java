package dev.cordon.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The forms of files intake is measured with, each made of invented rows from a seed. */
enum IntakeFile {
  MYSQLDUMP("users.sql"),
  PG_DUMP("members.pg.sql"),
  CSV("charges.csv"),
  JSON_LINES("events.jsonl"),
  ACCESS_LOG("access.log"),
  XLSX("sheet.xlsx");

  private static final int MOST_SHEET_ROWS = 1_000_000;

  private final String fileName;

  IntakeFile(String fileName) {
    this.fileName = fileName;
  }

  /** How many rows the form can hold of as many as wanted. */
  long rows(long wanted) {
    return this == XLSX ? Math.min(wanted, MOST_SHEET_ROWS) : wanted;
  }

  /** Makes the file of so many rows in the folder. */
  Path make(Path folder, long rows) throws IOException {
    Path file = folder.resolve(fileName);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      if (this == XLSX) {
        sheet(out, rows);
      } else {
        lines(out, rows);
      }
    }
    return file;
  }

  private void lines(OutputStream out, long rows) throws IOException {
    put(out, head());
    SplittableRandom random = new SplittableRandom(7);
    for (long row = 1; row <= rows; row++) {
      put(out, line(row, rows, random));
    }
    put(out, this == PG_DUMP ? "\\.\n" : "");
  }

  private String head() {
    return switch (this) {
      case MYSQLDUMP ->
          """
          CREATE TABLE `wp_users` (`ID` bigint, `user_login` varchar(60), `user_pass` varchar(255),
            `user_nicename` varchar(50), `user_email` varchar(100), `user_registered` datetime, PRIMARY KEY (`ID`));
          """;
      case PG_DUMP ->
          """
          --
          -- PostgreSQL database dump
          --
          CREATE TABLE public.wp_users (id bigint, user_login text, user_pass text, user_nicename text,
            user_email text, user_registered timestamp without time zone);
          COPY public.wp_users (id, user_login, user_pass, user_nicename, user_email, user_registered) FROM stdin;
          """;
      case CSV ->
          "charge_id,created,amount,currency,status,card_fingerprint,holder_name,receipt_email,ip\n";
      case JSON_LINES, ACCESS_LOG, XLSX -> "";
    };
  }

  private String line(long row, long rows, SplittableRandom random) {
    int number = random.nextInt(1 << 24);
    String day = "2024-%02d-%02d".formatted(1 + number % 12, 1 + number % 28);
    String address = "198.51.100." + number % 256;
    return switch (this) {
      case MYSQLDUMP ->
          (row % 500 == 1 ? "INSERT INTO `wp_users` VALUES " : ",")
              + "(%d,'user%d','$P$B%08x','user%d','user%d@inbox.example','%s 10:11:12')"
                  .formatted(row, row, number, row, row, day)
              + (row % 500 == 0 || row == rows ? ";\n" : "");
      case PG_DUMP ->
          "%d\tuser%d\t$P$B%08x\tuser%d\tuser%d@inbox.example\t%s 10:11:12\n"
              .formatted(row, row, number, row, row, day);
      case CSV ->
          "ch_%d,%sT10:11:12Z,%d,EUR,paid,fp%08x,\"Person, No %d\",user%d@inbox.example,%s\n"
              .formatted(row, day, number % 9000, number, row, row, address);
      case JSON_LINES ->
          "{\"id\":%d,\"at\":\"%sT10:11:12Z\",\"user\":\"user%d\",\"ip\":\"%s\",\"action\":\"login\"}\n"
              .formatted(row, day, number, address);
      case ACCESS_LOG ->
          "%s - - [%02d/Feb/2024:10:11:12 +0000] \"GET /topic/%d HTTP/1.1\" 200 %d \"-\" \"Browser/%d\"\n"
              .formatted(address, 1 + number % 28, number, number % 50_000, number % 40);
      case XLSX -> throw new IllegalStateException("a sheet has no lines");
    };
  }

  private static void sheet(OutputStream out, long rows) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(
          zip,
          "[Content_Types].xml",
          """
          <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
          """);
      part(
          zip,
          "_rels/.rels",
          """
          <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
          """);
      part(
          zip,
          "xl/workbook.xml",
          """
          <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
          xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
          <sheets><sheet name="charges" sheetId="1" r:id="r1"/></sheets></workbook>
          """);
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          """
          <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
          """);
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      put(
          zip,
          "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
      for (long row = 1; row <= rows; row++) {
        put(
            zip,
            "<row r=\"%1$d\"><c r=\"A%1$d\"><v>%1$d</v></c><c r=\"B%1$d\" t=\"inlineStr\"><is><t>user%1$d@inbox.example</t></is></c></row>"
                .formatted(row));
      }
      put(zip, "</sheetData></worksheet>");
      zip.closeEntry();
    }
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    put(zip, content);
    zip.closeEntry();
  }

  private static void put(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
