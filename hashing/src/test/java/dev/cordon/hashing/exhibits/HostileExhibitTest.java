package dev.cordon.hashing.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.perceptual.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Exhibits made to break their reader: each bad file costs itself, and is named. */
@Timeout(120)
class HostileExhibitTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String UNREADABLE =
      "could not be decoded: %s: Invalid data found when processing input";
  private static final String TOO_LARGE =
      "could not be decoded: png of 787402 x 787402 pixels; at most 200000000 are decoded";

  @TempDir private Path folder;

  private record Run(int code, List<JsonNode> items, String names, String words, Path out) {

    List<String> reasons() {
      return items.stream().map(item -> item.path("reason").asString("")).toList();
    }
  }

  private Run run(Path exhibit, String... more) throws IOException {
    Path to = folder.resolve("out");
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--out", to.toString(), exhibit.toString()));
    StringWriter words = new StringWriter();
    CommandLine line =
        TriageCommand.commandLine().setOut(new PrintWriter(words)).setErr(new PrintWriter(words));
    int code = line.execute(arguments.toArray(String[]::new));
    return new Run(
        code,
        Files.readAllLines(to.resolve("inventory.jsonl")).stream().map(JSON::readTree).toList(),
        Files.readString(to.resolve("names.jsonl")),
        words.toString(),
        to);
  }

  private Path exhibit() throws IOException {
    return Files.createDirectories(folder.resolve("exhibit"));
  }

  @Test
  void hostileSamples_andBombs_costThemselves_andEveryOneIsNamed() throws IOException {
    Path exhibit = exhibit();
    for (String name :
        List.of(
            "nested_moov_1000.mp4",
            "id3v23_compression_underflow.mp3",
            "bad_path_archive.zip",
            "sample3.invalid.wav")) {
      Files.write(exhibit.resolve(name), sample(name));
    }
    byte[] good = Pictures.encoded(Pictures.waves(320, 240), "png");
    Files.write(exhibit.resolve("a-good.png"), good);
    Files.write(exhibit.resolve("b-huge.png"), Pictures.hollowPng(787_402, 787_402));
    Files.write(exhibit.resolve("c-cut.png"), Arrays.copyOf(good, good.length / 3));
    Files.write(exhibit.resolve("d-bomb.zip"), zip("zeros", new byte[64 << 20]));
    Files.write(exhibit.resolve("e-bomb.tar.gz"), packed(new byte[64 << 20]));
    byte[] nested = zip("picture.png", good);
    for (int depth = 0; depth < 5; depth++) {
      nested = zip("inner.zip", nested);
    }
    Files.write(exhibit.resolve("f-nested.zip"), nested);
    Run run = run(exhibit);
    assertThat(run.code()).as(run.words()).isIn(0, 1);
    assertThat(run.items().getFirst().get("decode_path").asString()).isEqualTo("ffmpeg-full");
    assertThat(run.reasons())
        .anyMatch(reason -> reason.contains("stands in 3 archives and was not opened"));
    assertThat(told(run))
        .containsEntry("bad_path_archive.zip", "not a picture or video")
        .containsEntry("id3v23_compression_underflow.mp3", "not a picture or video")
        .containsEntry("sample3.invalid.wav", "not a picture or video")
        .containsEntry("b-huge.png", TOO_LARGE)
        .containsEntry("c-cut.png", UNREADABLE.formatted("png"))
        .containsEntry("nested_moov_1000.mp4", UNREADABLE.formatted("mp4"))
        .containsKeys("d-bomb.zip", "e-bomb.tar.gz", "f-nested.zip");
    for (JsonNode item : run.items()) {
      assertThat(item.has("decode_path") || !item.path("reason").asString("").isEmpty())
          .as(item.toString())
          .isTrue();
    }
    assertThat(run.items().stream().map(item -> item.get("place").asString()))
        .doesNotHaveDuplicates();
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(path -> path.getFileName().toString())).containsOnly("exhibit", "out");
    }
  }

  @Test
  void namesWithControlCharacters_reachNeitherTheTerminalNorTheInventory() throws IOException {
    Path exhibit = exhibit();
    String name = "x\u001b[2J\u202egnp.\u0007\n.txt";
    Files.writeString(exhibit.resolve(name), "words");
    Files.write(
        exhibit.resolve("a.zip"), zip("in\u001b]0;title\u0007\n{\"item\":9}", "w".getBytes()));
    Run run = run(exhibit);
    assertThat(run.items()).hasSize(3);
    for (String text :
        List.of(run.words(), run.names(), Files.readString(run.out().resolve("inventory.jsonl")))) {
      assertThat(text.chars().filter(each -> each < ' ' && each != '\n' && each != '\r')).isEmpty();
      assertThat(text).doesNotContain("\u202e");
    }
    assertThat(run.names().lines()).hasSize(4);
  }

  @Test
  void garbageInAFatDirectory_endsAtALimit_andKeepsWhatWasFound() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Sleuthkit.isThere("fls") && Files.isExecutable(Path.of("/usr/sbin/mkfs.fat")),
        "fls or mkfs.fat is missing");
    Path image = folder.resolve("fat.img");
    Files.write(image, new byte[8 << 20]);
    Process process =
        new ProcessBuilder("/usr/sbin/mkfs.fat", "-F", "16", "-s", "1", image.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    byte[] bytes = Files.readAllBytes(image);
    byte[] garbage = new byte[bytes.length / 2];
    new Random(7).nextBytes(garbage);
    // Behind the boot sector: the tables, the folders and the contents are garbage.
    System.arraycopy(garbage, 0, bytes, 4096, garbage.length);
    Files.write(image, bytes);
    Run run = run(image, "--most-files", "500");
    assertThat(run.code()).as(run.words()).isIn(0, 1);
    assertThat(run.items().size()).isLessThanOrEqualTo(500);
    assertThat(
            JSON.readTree(Files.readString(run.out().resolve("summary.json"))).get("items").asInt())
        .isEqualTo(run.items().size() == 500 ? 500 : run.items().size());
  }

  @Test
  void report_isTakenAsMetadata_withItsDigests_andSaysThatNothingWasRead() throws IOException {
    String sha256 = "ab".repeat(32);
    Path report =
        Files.writeString(
            folder.resolve("report.xml"),
            """
            <?xml version="1.0" encoding="utf-8"?>
            <project id="1" xmlns="http://pa.cellebrite.com/report/2.0"><taggedFiles>
            <file fs="Phone" path="/DCIM/secret name 1.jpg" size="1234" deleted="Intact">
              <metadata section="File"><item name="SHA256"><![CDATA[%s]]></item><item name="MD5">%s</item></metadata>
              <metadata section="MetaData"><item name="Camera Make">Maker</item><item name="Camera Model">M 1</item></metadata></file>
            <file fs="Phone" path="/DCIM/2.jpg" size="5" deleted="Deleted"><metadata section="File"><item name="Local Path">x</item></metadata></file>
            </taggedFiles><decodedData><model type="InstantMessage"><field name="Body"><value>secret words</value></field></model></decodedData></project>
            """
                .formatted(sha256, "CD".repeat(16)));
    Run run = run(report);
    assertThat(run.code()).as(run.words()).isZero();
    assertThat(run.items()).hasSize(2);
    JsonNode first = run.items().getFirst();
    assertThat(first.get("sha256").asString()).isEqualTo(sha256);
    assertThat(first.get("md5").asString()).isEqualTo("cd".repeat(16));
    assertThat(first.has("sha1")).isFalse();
    assertThat(first.get("reason").asString()).contains("the file itself was not read");
    assertThat(first.get("marks").get("camera").has("model_digest")).isTrue();
    assertThat(run.items().getLast().get("state").asString()).isEqualTo("deleted");
    assertThat(run.items().getLast().get("reason").asString()).contains("no digest");
    String all = Files.readString(run.out().resolve("inventory.jsonl")) + run.words();
    assertThat(all).doesNotContain("secret").doesNotContain("Maker");
    assertThat(run.names()).contains("secret name 1.jpg").doesNotContain("secret words");
    assertThat(Files.readString(run.out().resolve("review.jsonl")).lines()).hasSize(2);
  }

  @Test
  void tableOfAReport_isReadWhenSaid_andWhatIsNoneIsRefused() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("files.csv"),
            "#,Name,Path,Size (bytes),MD5,Deleted\n1,a.jpg,/media,\"1,234\",%s,Yes\n2,b.jpg,/media,7,zz,\n"
                .formatted("ef".repeat(16)));
    Run run = run(table, "--report");
    assertThat(run.items()).hasSize(2);
    assertThat(run.items().getFirst().get("md5").asString()).isEqualTo("ef".repeat(16));
    assertThat(run.items().getFirst().get("size").asInt()).isEqualTo(1234);
    assertThat(run.items().getFirst().get("state").asString()).isEqualTo("deleted");
    assertThat(run.items().getLast().get("reason").asString()).contains("no digest");
    Path words = Files.writeString(folder.resolve("words.csv"), "a,b\n1,2\n");
    StringWriter told = new StringWriter();
    int code =
        TriageCommand.commandLine()
            .setErr(new PrintWriter(told))
            .execute("--report", "--out", folder.resolve("none").toString(), words.toString());
    assertThat(code).isEqualTo(2);
    assertThat(told.toString()).contains("no report of a phone extraction");
  }

  @Test
  void textReportOfXry_isTakenAsMetadata_withoutCallsAndMessages() throws IOException {
    String text =
        "\ufeffXRY Report\r\nCase:\t17\r\nsecret words\r\n\r\n"
            + "Pictures #\t1\r\nFile Name:\tsecret 1.jpg\r\nPath:\t/DCIM\r\nFile Size:\t1,234 bytes\r\n"
            + "MD5 Hash:\t%s\r\nDeleted:\tYes\r\nModel:\tM 1\r\n\r\n"
            + "Calls #\t1\r\nCall Type:\tMissed\r\nTel:\t+99900000000\r\n\r\n"
            + "Videos #\t2\r\nPath:\t/DCIM/2.mp4\r\n";
    byte[] wide = text.formatted("AB".repeat(16)).getBytes(StandardCharsets.UTF_16LE);
    Run run = run(Files.write(folder.resolve("pictures.txt"), wide), "--report");
    assertThat(run.code()).as(run.words()).isZero();
    assertThat(run.items()).hasSize(2);
    JsonNode first = run.items().getFirst();
    assertThat(first.get("md5").asString()).isEqualTo("ab".repeat(16));
    assertThat(first.get("size").asInt()).isEqualTo(1234);
    assertThat(first.get("state").asString()).isEqualTo("deleted");
    assertThat(first.get("reason").asString()).contains("the file itself was not read");
    assertThat(run.items().getLast().get("reason").asString()).contains("no digest");
    assertThat(run.names()).contains("/DCIM/secret 1.jpg", "/DCIM/2.mp4").doesNotContain("9990");
    assertThat(Files.readString(run.out().resolve("inventory.jsonl"))).doesNotContain("secret");
  }

  @Test
  void workbookReport_isTakenSheetBySheet_fromTheRowThatNamesDigests() throws IOException {
    String sheet =
        """
        <worksheet><sheetData>
          <row r="1"><c r="A1" t="inlineStr"><is><t>Images (2)</t></is></c></row>
          <row r="2"><c r="A2" t="inlineStr"><is><t>Name</t></is></c><c r="B2" t="inlineStr"><is><t>Path</t></is></c>
            <c r="C2" t="inlineStr"><is><t>Size (bytes)</t></is></c><c r="D2" t="inlineStr"><is><t>SHA-256</t></is></c></row>
          <row r="3"><c r="A3" t="inlineStr"><is><t>secret.jpg</t></is></c><c r="B3" t="inlineStr"><is><t>/media</t></is></c>
            <c r="C3"><v>77</v></c><c r="D3" t="inlineStr"><is><t>%s</t></is></c></row>
          <row r="4"><c r="A4" t="inlineStr"><is><t>b.jpg</t></is></c></row>
        </sheetData></worksheet>
        """
            .formatted("cd".repeat(32));
    String calls =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c></row></sheetData></worksheet>";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (String[] part :
          new String[][] {
            {"[Content_Types].xml", "<Types/>"},
            {
              "xl/workbook.xml",
              "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Calls\" r:id=\"r1\"/><sheet name=\"Images\" r:id=\"r2\"/></sheets></workbook>"
            },
            {
              "xl/_rels/workbook.xml.rels",
              "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
            },
            {"xl/worksheets/sheet1.xml", calls},
            {"xl/worksheets/sheet2.xml", sheet}
          }) {
        zip.putNextEntry(new ZipEntry(part[0]));
        zip.write(part[1].getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
      zip.write(Pictures.encoded(Pictures.waves(64, 48), "png"));
    }
    Run run = run(Files.write(folder.resolve("report.xlsx"), bytes.toByteArray()), "--report");
    assertThat(run.code()).as(run.words()).isZero();
    assertThat(run.items()).hasSize(2);
    JsonNode first = run.items().getFirst();
    assertThat(first.get("sha256").asString()).isEqualTo("cd".repeat(32));
    assertThat(first.get("size").asInt()).isEqualTo(77);
    assertThat(run.items().getLast().get("reason").asString()).contains("no digest");
    assertThat(run.names()).contains("/media/secret.jpg");
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), 300);
    StringWriter told = new StringWriter();
    int code =
        TriageCommand.commandLine()
            .setErr(new PrintWriter(told))
            .execute(
                "--report",
                "--out",
                folder.resolve("none").toString(),
                Files.write(folder.resolve("cut.xlsx"), cut).toString());
    assertThat(code).isEqualTo(2);
    assertThat(told.toString()).contains("no report of a phone extraction");
  }

  /** The reason of each file by its name; empty where it was decoded. */
  private static Map<String, String> told(Run run) {
    Map<Long, String> reasons = new HashMap<>();
    run.items()
        .forEach(item -> reasons.put(item.get("item").asLong(), item.path("reason").asString("")));
    Map<String, String> told = new HashMap<>();
    run.names()
        .lines()
        .map(JSON::readTree)
        .filter(line -> line.has("item"))
        .forEach(line ->
            told.put(line.path("name").asString(""), reasons.get(line.get("item").asLong())));
    return told;
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream stream = HostileExhibitTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
