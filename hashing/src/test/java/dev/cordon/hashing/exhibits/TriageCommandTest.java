package dev.cordon.hashing.exhibits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.kernel.digest.ThreeDigests;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Exhibits made of harmless gradients. */
@Timeout(180)
class TriageCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PICTURE = picture();

  @TempDir private Path folder;

  private record Run(
      int code, List<JsonNode> items, List<String> names, List<JsonNode> codes, String errors) {

    String code(JsonNode item) {
      return codes.get(item.get("item").asInt()).get("pdq").asString();
    }

    JsonNode item(byte[] content) {
      String sha256 = ThreeDigests.of(content).sha256();
      return items.stream()
          .filter(item -> item.has("sha256") && item.get("sha256").asString().equals(sha256))
          .findFirst()
          .orElseThrow();
    }
  }

  private Run run(Path exhibit, String out, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(more));
    Path to = folder.resolve(out);
    arguments.addAll(List.of("--out", to.toString(), exhibit.toString()));
    StringWriter errors = new StringWriter();
    CommandLine line =
        TriageCommand.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(errors));
    int code = line.execute(arguments.toArray(String[]::new));
    return new Run(
        code,
        Files.readAllLines(to.resolve("inventory.jsonl")).stream().map(JSON::readTree).toList(),
        Files.readAllLines(to.resolve("names.jsonl")),
        Files.readAllLines(to.resolve("codes.jsonl")).stream().map(JSON::readTree).toList(),
        errors.toString());
  }

  @Test
  void folder_isAnInventoryWithoutNames() throws IOException {
    Run run = run(exhibit(), "out");
    assertThat(run.code()).as(run.errors()).isZero();
    JsonNode picture = run.item(PICTURE);
    assertThat(picture.has("pdq")).isFalse();
    assertThat(run.code(picture)).hasSize(64);
    assertThat(picture.get("width").asInt()).isEqualTo(320);
    assertThat(run.item("words".getBytes()).get("reason").asString()).contains("not a picture");
    String inventory = Files.readString(folder.resolve("out/inventory.jsonl"));
    assertThat(inventory).doesNotContain("secret").doesNotContain("deep");
    assertThat(run.names().getFirst()).contains("sealed text");
    assertThat(String.join("\n", run.names())).contains("deep/secret name.png");
    assertThat(run.names()).hasSize(run.items().size() + 1);
    assertThat(run.errors()).doesNotContain("secret");
  }

  @Test
  void archives_areReadInEachOther() throws IOException {
    Path exhibit = Files.createDirectories(folder.resolve("exhibit"));
    byte[] inner = zip("../../escape.png", PICTURE);
    Files.write(exhibit.resolve("a.zip"), zip("inner.zip", inner));
    try (SevenZOutputFile seven = new SevenZOutputFile(exhibit.resolve("b.7z").toFile())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("in seven.txt");
      seven.putArchiveEntry(entry);
      seven.write("seven".getBytes());
      seven.closeArchiveEntry();
    }
    Run run = run(exhibit, "out");
    assertThat(run.item(PICTURE).get("place").asString()).isEqualTo("file 1 member 1 member 1");
    assertThat(run.item("seven".getBytes()).get("place").asString()).isEqualTo("file 2 member 1");
    assertThat(run.items()).hasSize(5);
  }

  @Test
  void killedRun_goesOnToTheSameInventory() throws IOException {
    Path exhibit = exhibit();
    Files.write(exhibit.resolve("z.zip"), zip("picture.png", PICTURE));
    run(exhibit, "whole");
    run(exhibit, "killed");
    byte[] whole = Files.readAllBytes(folder.resolve("whole/inventory.jsonl"));
    byte[] names = Files.readAllBytes(folder.resolve("whole/names.jsonl"));
    for (int part = 0; part < 12; part++) {
      cut(folder.resolve("killed/inventory.jsonl"), whole.length * part / 12);
      cut(
          folder.resolve("killed/names.jsonl"),
          Math.min(names.length, names.length * (part + 1) / 12));
      cut(
          folder.resolve("killed/codes.jsonl"),
          (int) Files.size(folder.resolve("killed/codes.jsonl")) * (13 - part) / 13);
      run(exhibit, "killed");
      assertThat(folder.resolve("killed/inventory.jsonl")).hasBinaryContent(whole);
      assertThat(folder.resolve("killed/codes.jsonl"))
          .hasBinaryContent(Files.readAllBytes(folder.resolve("whole/codes.jsonl")));
      assertThat(summary("killed").get("bytes")).isEqualTo(summary("whole").get("bytes"));
      assertThat(summary("killed").get("not_decoded"))
          .isEqualTo(summary("whole").get("not_decoded"));
      assertThat(folder.resolve("killed/names.jsonl")).hasBinaryContent(names);
    }
  }

  private JsonNode summary(String out) throws IOException {
    return JSON.readTree(Files.readString(folder.resolve(out).resolve("summary.json")));
  }

  @Test
  void linksInCircles_areNamedAndNotFollowed() throws IOException {
    Path exhibit = exhibit();
    Files.createSymbolicLink(exhibit.resolve("deep/back"), exhibit);
    Files.createSymbolicLink(exhibit.resolve("self"), exhibit.resolve("self"));
    Run run = run(exhibit, "out");
    assertThat(run.items()).hasSize(5);
    assertThat(run.items().stream().map(item -> item.path("reason").asString("")))
        .filteredOn(reason -> reason.equals("a link, not followed"))
        .hasSize(2);
  }

  @Test
  void largeMember_isDecodedToo() throws IOException {
    Path exhibit = Files.createDirectories(folder.resolve("exhibit"));
    byte[] large = java.util.Arrays.copyOf(PICTURE, 17 << 20);
    Files.write(exhibit.resolve("a.zip"), zip("large.png", large));
    Run run = run(exhibit, "out");
    assertThat(run.code(run.item(large))).hasSize(64);
  }

  @Test
  void changedExhibit_isNotMixedWithItsEarlierInventory() throws IOException {
    Run before = run(exhibit(), "out");
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.write(other.resolve("x.zip"), zip("y", PICTURE));
    Run after = run(other, "out");
    assertThat(after.code()).isEqualTo(2);
    assertThat(after.errors()).contains("begin anew in an empty folder");
    assertThat(after.items()).isEqualTo(before.items());
  }

  @Test
  void limits_keepWhatWasFound_andAreNamed() throws IOException {
    Run run = run(exhibit(), "out", "--most-files", "2");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.items()).hasSize(2);
    assertThat(run.errors()).contains("more than 2 files (--most-files)");
  }

  @Test
  void image_isReadByPartition_withDeletedFiles() throws Exception {
    needs("mke2fs", "fls");
    Path image = image();
    Run run = run(image, "out");
    assertThat(run.code(run.item(PICTURE))).hasSize(64);
    assertThat(run.item(PICTURE).get("place").asString()).startsWith("sector 2048 address ");
    assertThat(run.items().stream().map(item -> item.get("state").asString()))
        .contains("present", "deleted");
    assertThat(Files.readString(folder.resolve("out/inventory.jsonl"))).doesNotContain("secret");
    assertThat(String.join("\n", run.names())).contains("secret name.png");
  }

  @Test
  void archivesInAnImage_areOpened() throws Exception {
    needs("mke2fs", "fls");
    Path content = exhibit();
    Files.write(content.resolve("a.zip"), zip("inner.zip", zip("in secret.png", PICTURE)));
    Files.delete(content.resolve("deep/secret name.png"));
    Run run = run(image(), "out");
    assertThat(run.item(PICTURE).get("place").asString())
        .matches("sector 2048 address \\d+ number \\d+ member 1 member 1");
    assertThat(run(folder.resolve("disk.img"), "out").items()).isEqualTo(run.items());
  }

  @Test
  void largeArchivesInArchives_areOpenedWhileTheyFit() throws Exception {
    Path exhibit = Files.createDirectories(folder.resolve("exhibit"));
    byte[] filler = new byte[17 << 20];
    new java.util.Random(3).nextBytes(filler);
    Path seven = folder.resolve("large.7z");
    try (SevenZOutputFile archive = new SevenZOutputFile(seven.toFile())) {
      archive.setContentCompression(org.apache.commons.compress.archivers.sevenz.SevenZMethod.COPY);
      for (byte[] content : List.of(filler, PICTURE)) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName("f" + content.length);
        archive.putArchiveEntry(entry);
        archive.write(content);
        archive.closeArchiveEntry();
      }
    }
    Files.write(exhibit.resolve("a.zip"), zip("large.7z", Files.readAllBytes(seven)));
    Run run = run(exhibit, "out");
    assertThat(run.item(PICTURE).get("place").asString()).isEqualTo("file 1 member 1 member 2");
    assertThat(run.code()).as(run.errors()).isZero();
  }

  @Test
  void fatImage_andASplitOne_giveTheSameFiles() throws Exception {
    needs("fls", "mkfs.fat");
    Path system = folder.resolve("fat.img");
    try (RandomAccessFile disk = new RandomAccessFile(system.toFile(), "rw")) {
      disk.setLength(16 << 20);
    }
    start("/usr/sbin/mkfs.fat", "-F", "16", "-s", "1", system.toString());
    byte[] bytes = withPicture(Files.readAllBytes(system));
    Files.write(system, bytes);
    Run whole = run(system, "whole");
    assertThat(whole.code(whole.item(PICTURE))).hasSize(64);
    int half = bytes.length / 2;
    Files.write(folder.resolve("part.001"), java.util.Arrays.copyOf(bytes, half));
    Files.write(
        folder.resolve("part.002"), java.util.Arrays.copyOfRange(bytes, half, bytes.length));
    assertThat(run(folder.resolve("part.001"), "split").items()).isEqualTo(whole.items());
    // A chain of clusters in a circle: what the size says is read, and no more.
    ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int chain = image.getShort(14) * 512 + 2 * 5;
    image.putShort(chain, (short) 3);
    Files.write(folder.resolve("circle.img"), bytes);
    Run circle = run(folder.resolve("circle.img"), "circle");
    assertThat(circle.items()).hasSameSizeAs(whole.items());
  }

  /** A picture put into an empty FAT16 with a sector a cluster, from cluster 2 on. */
  private static byte[] withPicture(byte[] bytes) {
    ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int table = image.getShort(14) * 512;
    int tableBytes = image.getShort(22) * 512;
    int root = table + image.get(16) * tableBytes;
    int data = root + image.getShort(17) * 32;
    int clusters = (PICTURE.length + 511) / 512;
    for (int cluster = 0; cluster < clusters; cluster++) {
      int next = cluster + 1 == clusters ? 0xffff : cluster + 3;
      for (int copy = 0; copy < image.get(16); copy++) {
        image.putShort(table + copy * tableBytes + 2 * (cluster + 2), (short) next);
      }
    }
    image.put(root, "PICTURE PNG ".getBytes());
    image.putShort(root + 26, (short) 2).putInt(root + 28, PICTURE.length);
    image.put(data, PICTURE);
    return bytes;
  }

  @Test
  void expertWitnessImage_givesTheSameDigests() throws Exception {
    needs("mke2fs", "fls", "ewfacquire");
    Path image = image();
    String stem = folder.resolve("image").toString();
    // Segments of 1 MiB: the image needs several.
    start("ewfacquire", "-u", "-q", "-c", "none", "-S", "1048576", "-t", stem, image.toString());
    assertThat(folder.resolve("image.E02")).exists();
    Run raw = run(image, "raw");
    Run packed = run(Path.of(stem + ".E01"), "packed");
    assertThat(packed.items()).isNotEmpty().isEqualTo(raw.items());
  }

  @Test
  void garbageImage_endsWithAWord() throws Exception {
    needs("fls");
    byte[] garbage = new byte[4 << 20];
    new java.util.Random(5).nextBytes(garbage);
    Path image = Files.write(folder.resolve("garbage.img"), garbage);
    Run run = run(image, "out");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errors()).contains("no file system that could be read");
  }

  /** Skipped by name where a tool is missing; under CI that is a failure. */
  private static void needs(String... programs) {
    for (String program : programs) {
      boolean isThere =
          Sleuthkit.isThere(program) || Files.isExecutable(Path.of("/usr/sbin", program));
      if (!isThere && "true".equals(System.getenv("CI"))) {
        fail(program + " is missing, and under CI=true nothing is skipped");
      }
      assumeTrue(isThere, program + " is missing");
    }
  }

  /** A partition table with one ext file system, in which one file was deleted. */
  private Path image() throws Exception {
    Path content = folder.resolve("exhibit");
    if (!Files.exists(content)) {
      exhibit();
    }
    Files.write(content.resolve("gone.txt"), "gone".repeat(5000).getBytes());
    Path system = folder.resolve("system");
    start(
        "/usr/sbin/mke2fs", "-q", "-t", "ext2", "-d", content.toString(), system.toString(), "8M");
    start("/usr/sbin/debugfs", "-w", "-R", "rm /gone.txt", system.toString());
    Path image = folder.resolve("disk.img");
    try (RandomAccessFile disk = new RandomAccessFile(image.toFile(), "rw")) {
      disk.setLength((2048L << 9) + Files.size(system));
      disk.seek(446);
      disk.write(new byte[] {0, 0, 2, 0, (byte) 0x83, 0, 0, 0, 0, 8, 0, 0, 0, 64, 0, 0});
      disk.seek(510);
      disk.write(new byte[] {0x55, (byte) 0xaa});
      disk.seek(2048L << 9);
      disk.write(Files.readAllBytes(system));
    }
    return image;
  }

  private static void start(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
  }

  private Path exhibit() throws IOException {
    Path exhibit = Files.createDirectories(folder.resolve("exhibit"));
    Files.createDirectories(exhibit.resolve("deep"));
    Files.write(exhibit.resolve("deep/secret name.png"), PICTURE);
    Files.writeString(exhibit.resolve("deep/words.txt"), "words");
    Files.writeString(exhibit.resolve("other.txt"), "other");
    return exhibit;
  }

  private static void cut(Path path, int length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(Math.min(length, file.length()));
    }
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] picture() {
    BufferedImage picture = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.BLACK, 20, 30, Color.YELLOW, true));
    graphics.fillRect(0, 0, 320, 200);
    graphics.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
