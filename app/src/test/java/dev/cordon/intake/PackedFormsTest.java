package dev.cordon.intake;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Each form in each packing, archives in archives too, gives what the plain file gives. */
class PackedFormsTest {

  private static final List<String> PACKINGS =
      List.of(
          "gz",
          "zst",
          "xz",
          "bz2",
          "gz.gz",
          "zip",
          "tar",
          "tar.gz",
          "tar.xz",
          "zst.tar.bz2",
          "zip.zip",
          "gz.zip.tar");

  @TempDir Path folder;

  /** Rows in, stored, quarantined, duplicates, and how many records of each kind. */
  private record Outcome(List<Long> rows, Map<String, Long> kinds) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forum.sql",
        "shop.sql",
        "card-processor.csv",
        "crypto-invoices.csv",
        "access.log",
        "provider-return.json",
        "users.sqlite",
        "pg.sql",
        "names.tsv",
        "lines.ndjson",
        "w3c.log",
        "book.xlsx",
        "tip.xml"
      })
  void form_givesTheSameInEachPacking(String name) throws IOException {
    byte[] plain = content(name);
    Outcome expected = outcome(name, plain);
    assertThat(expected.rows().getFirst()).isPositive();
    for (String packing : PACKINGS) {
      byte[] packed = plain;
      for (String one : packing.split("\\.")) {
        packed = packed(one, name, packed);
      }
      assertThat(outcome(name + "." + packing, packed)).as(packing).isEqualTo(expected);
    }
  }

  private Outcome outcome(String name, byte[] content) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    TakenFiles files = new TakenFiles(own);
    SourceReport report = files.taken(name, content);
    Edition edition = VaultEditions.find(files.vault(), report.id()).orElseThrow();
    List<Balance> balances =
        report.balances().stream()
            .filter(balance -> !balance.unit().equals("archive member"))
            .toList();
    Map<String, Long> kinds = new LinkedHashMap<>(edition.records().kinds());
    kinds.remove("rows");
    return new Outcome(
        List.of(
            balances.stream().mapToLong(Balance::rowsIn).sum(),
            balances.stream().mapToLong(Balance::stored).sum(),
            balances.stream().mapToLong(Balance::quarantined).sum(),
            balances.stream().mapToLong(Balance::duplicates).sum()),
        kinds);
  }

  private static byte[] content(String name) throws IOException {
    return switch (name) {
      case "users.sqlite" -> Files.readAllBytes(FormatsIntakeTest.FILES.resolve(name));
      case "pg.sql" ->
          bytes(
              "-- PostgreSQL database dump\nCREATE TABLE public.u ("
                  + FormatsIntakeTest.USERS.replace("`", "").replace("datetime", "timestamp")
                  + ");\nCOPY public.u FROM stdin;\n"
                  + "1\tann\tx\tann\tann@mail.example\t2024-01-01 00:00:00\n2\tcut\n\\.\n");
      case "names.tsv" -> bytes("name\tcity\tmail\na\tb\tc@mail.example\nd\te\n");
      case "lines.ndjson" ->
          bytes("{\"ip\":\"198.18.0.1\",\"user\":\"a\"}\n{\"ip\":\n{\"ip\":\"x\"}\n");
      case "w3c.log" ->
          bytes(
              "#Software: x\n#Fields: date time c-ip cs-method cs-uri-stem sc-status\n"
                  + "2024-03-02 10:00:00 198.18.0.1 GET / 200\nbroken\n");
      case "book.xlsx" ->
          FormatsIntakeTest.workbook(
              "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c>"
                  + "<c r=\"B1\" t=\"inlineStr\"><is><t>city</t></is></c></row><row r=\"2\"><c r=\"A2\""
                  + " t=\"inlineStr\"><is><t>ann</t></is></c></row></sheetData></worksheet>");
      case "tip.xml" ->
          bytes(
              """
              <report><incidentSummary><incidentType>An incident</incidentType></incidentSummary>
                <personOrUserReported><espIdentifier>u-77</espIdentifier><screenName>ann</screenName></personOrUserReported>
                <fileDetails><fileId>f-1</fileId><originalFileHash hashType="MD5">D41D8CD98F00B204E9800998ECF8427E</originalFileHash></fileDetails></report>
              """);
      default -> Files.readAllBytes(IntakeTest.PLATFORM.resolve(name));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(String packing, String name, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    switch (packing) {
      case "gz" -> bytes.writeBytes(gzip(plain));
      case "zst" -> bytes.writeBytes(Zstd.compress(plain));
      case "zip" -> bytes.writeBytes(zip("in/" + name, plain));
      case "xz" -> {
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(1))) {
          out.write(plain);
        }
      }
      case "bz2" -> {
        try (OutputStream out = new BZip2CompressorOutputStream(bytes, 1)) {
          out.write(plain);
        }
      }
      default -> {
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
          TarArchiveEntry entry = new TarArchiveEntry("in/" + name);
          entry.setSize(plain.length);
          out.putArchiveEntry(entry);
          out.write(plain);
          out.closeArchiveEntry();
        }
      }
    }
    return bytes.toByteArray();
  }
}
