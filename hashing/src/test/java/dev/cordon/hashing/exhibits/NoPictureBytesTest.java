package dev.cordon.hashing.exhibits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.hashing.lists.ListsCommand;
import dev.cordon.kernel.digest.ThreeDigests;
import dev.cordon.kernel.perceptual.PictureBytes;
import dev.cordon.kernel.perceptual.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * After {@code triage} no byte of a picture lies anywhere but on the exhibit: not in what it wrote,
 * not where it ran, not among temporary files, of which none may even come and go. It runs as a
 * process of its own, with a working folder and a temporary folder of its own.
 */
@Timeout(300)
class NoPictureBytesTest {

  @TempDir private Path folder;

  private final Random random = new Random();
  private final Instant start = Instant.now().minusSeconds(2);
  private final List<byte[]> known = new ArrayList<>();
  private byte[] thumbnail = {};

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(folder.resolve("temporary"));
    Files.createDirectories(folder.resolve("working"));
    Files.createDirectories(folder.resolve("exhibit"));
  }

  @Test
  void folderWithArchives_leavesNoPictureAnywhere() throws Exception {
    Path exhibit = folder.resolve("exhibit");
    Map<String, byte[]> pictures = pictures(240, 180);
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      Files.write(exhibit.resolve(picture.getKey()), picture.getValue());
    }
    Files.write(exhibit.resolve("in.zip"), zip(pictures));
    Files.write(exhibit.resolve("in.tar.gz"), tar(pictures));
    sevenZ(exhibit.resolve("in.7z"), pictures);
    List<String> files = new ArrayList<>();
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      watched(watch);
      assertThat(triage(exhibit, list())).isIn(0, 1);
      files.addAll(came(watch));
    }
    assertThat(files).isEmpty();
    String matches = Files.readString(folder.resolve("out/matches.jsonl"));
    assertThat(matches).contains("embedded");
    assertThat(items()).as("every picture was decoded").isGreaterThanOrEqualTo(4 * 6);
    look();
  }

  @Test
  void diskImage_leavesNoPictureAnywhere() throws Exception {
    needs("mke2fs", "fls", "ewfacquire");
    Path content = Files.createDirectories(folder.resolve("content"));
    Map<String, byte[]> pictures = pictures(240, 180);
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      Files.write(content.resolve(picture.getKey()), picture.getValue());
    }
    Files.write(content.resolve("in.zip"), zip(pictures));
    Path image = folder.resolve("exhibit/disk.dd");
    start("/usr/sbin/mke2fs", "-q", "-t", "ext2", "-d", "" + content, "" + image, "16M");
    String stem = folder.resolve("exhibit/disk").toString();
    start("ewfacquire", "-u", "-q", "-c", "none", "-t", stem, image.toString());
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      watched(watch);
      assertThat(triage(Path.of(stem + ".E01"), list())).isIn(0, 1);
      assertThat(came(watch)).isEmpty();
    }
    assertThat(items()).isGreaterThanOrEqualTo(2 * 6);
    look();
  }

  @Tag("long")
  @Test
  void killedAgainAndAgain_leavesNoPictureAnywhere() throws Exception {
    Path exhibit = folder.resolve("exhibit");
    for (int number = 0; number < 40; number++) {
      Path inner = Files.createDirectories(exhibit.resolve("folder " + number));
      Map<String, byte[]> pictures = pictures(640 + number, 480);
      for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
        Files.write(inner.resolve(picture.getKey()), picture.getValue());
      }
      Files.write(inner.resolve("in.zip"), zip(pictures));
    }
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      watched(watch);
      for (int kill = 0; kill < 12; kill++) {
        Process process = begin(exhibit, List.of());
        if (!process.waitFor(1500 + random.nextInt(3000), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
        }
        look();
      }
      assertThat(triage(exhibit, List.of())).isIn(0, 1);
      assertThat(came(watch)).isEmpty();
    }
    look();
  }

  /** Silence of the look means something: it finds what is planted in each way. */
  @Test
  void pictures_areFoundWherePlanted() throws IOException {
    BufferedImage picture = Pictures.unique(64, 48, random);
    PictureBytes anyPicture = new PictureBytes(List.of());
    for (String form : List.of("jpeg", "png", "gif", "tiff", "bmp")) {
      byte[] bytes = Pictures.encoded(picture, form);
      byte[] inside = ("words before" + latin(bytes) + "words behind").getBytes(latin1());
      assertThat(anyPicture.in(inside)).as(form).isNotEmpty();
      String base64 = java.util.Base64.getEncoder().encodeToString(bytes);
      assertThat(anyPicture.in(("{\"x\":\"" + base64).getBytes(latin1()))).as(form).isNotEmpty();
      String hex = java.util.HexFormat.of().formatHex(bytes);
      assertThat(anyPicture.in(("E'\\x" + hex).getBytes(latin1()))).as(form).isNotEmpty();
    }
    assertThat(anyPicture.in(Pictures.webp(64, 48, 0xff123456))).isNotEmpty();
    assertThat(anyPicture.in("\0\0\0\u0014ftypheic\0\0\0\0heic\0\0\0\1meta".getBytes(latin1())))
        .isNotEmpty();
    assertThat(anyPicture.in("II*\0 BM GIF89a \u00ff\u00d8\u00ff words".getBytes(latin1())))
        .isEmpty();
    byte[] raster = Pictures.pixels(picture).getFirst();
    byte[] part = java.util.Arrays.copyOfRange(raster, 1001, 1301);
    assertThat(anyPicture.in(part)).isEmpty();
    assertThat(new PictureBytes(List.of(raster)).in(part)).isNotEmpty();
    Path planted = Files.write(folder.resolve("working/core"), Pictures.encoded(picture, "png"));
    assertThat(anyPicture.inFolder(folder, start, path -> true)).isNotEmpty();
    Files.delete(planted);
  }

  private static java.nio.charset.Charset latin1() {
    return StandardCharsets.ISO_8859_1;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, latin1());
  }

  private void look() throws IOException {
    PictureBytes look = new PictureBytes(known);
    assertThat(look.inFolder(folder, start, this::isNotExhibit)).isEmpty();
    List<String> elsewhere = new ArrayList<>();
    for (String place :
        List.of(System.getProperty("java.io.tmpdir"), "/var/tmp", "/dev/shm", "", cache())) {
      Path outside = Path.of(place).toAbsolutePath();
      if (Files.isDirectory(outside)) {
        elsewhere.addAll(look.inFolder(outside, start, path -> !path.startsWith(folder)));
      }
    }
    // Others write pictures there; none of ours.
    assertThat(elsewhere).noneMatch(found -> found.contains("a piece of a picture"));
  }

  private static String cache() {
    return Path.of(System.getProperty("user.home"), ".cache", "cordon").toString();
  }

  private boolean isNotExhibit(Path path) {
    return !path.equals(folder.resolve("exhibit")) && !path.equals(folder.resolve("content"));
  }

  /** Each of its own noise, so that any piece of it would be found again. */
  private Map<String, byte[]> pictures(int width, int height) {
    Map<String, byte[]> found = new LinkedHashMap<>();
    BufferedImage small = Pictures.unique(80, 60, random);
    thumbnail = Pictures.encoded(small, "jpeg");
    BufferedImage picture = Pictures.unique(width, height, random);
    byte[] jpeg = Pictures.withThumbnail(Pictures.encoded(picture, "jpeg"), thumbnail);
    found.put("a.jpg", jpeg);
    for (String form : List.of("png", "gif", "bmp", "tiff")) {
      BufferedImage other = Pictures.unique(width, height, random);
      found.put("b." + form, Pictures.encoded(other, form));
      known.addAll(Pictures.pixels(other));
    }
    found.put("c.pdf", pdf(Pictures.encoded(Pictures.unique(width, height, random), "jpeg")));
    known.addAll(Pictures.pixels(picture));
    known.addAll(Pictures.pixels(small));
    known.addAll(found.values());
    return found;
  }

  private static byte[] pdf(byte[] jpeg) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes("%PDF-1.4\n2 0 obj <</Subtype/Image/Filter/DCTDecode>> stream\r\n".getBytes());
    pdf.writeBytes(jpeg);
    pdf.writeBytes("\nendstream endobj\n".getBytes());
    return pdf.toByteArray();
  }

  /** A list that holds the thumbnail, so that what is embedded is compared too. */
  private List<String> list() throws Exception {
    Path lines = folder.resolve("list.txt");
    Files.writeString(lines, ThreeDigests.of(thumbnail).sha1() + "\n");
    String store = folder.resolve("lists").toString();
    Process adding =
        java(ListsCommand.class, List.of("add", "" + lines, "--as", "known", "--out", store));
    assertThat(adding.waitFor()).isZero();
    return List.of("--lists", store);
  }

  private int triage(Path exhibit, List<String> more) throws Exception {
    Process process = begin(exhibit, more);
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Process begin(Path exhibit, List<String> more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(exhibit.toString()));
    arguments.addAll(List.of("--out", "" + folder.resolve("out"), "--write", "csv,vics,case"));
    arguments.addAll(more);
    return java(TriageCommand.class, arguments);
  }

  private Process java(Class<?> program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx300m", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"));
    command.add("-Djava.io.tmpdir=" + folder.resolve("temporary"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TMPDIR", folder.resolve("temporary").toString());
    return builder
        .directory(folder.resolve("working").toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("words.txt").toFile())
        .start();
  }

  private void watched(WatchService watch) throws IOException {
    for (String place : List.of("temporary", "working")) {
      folder.resolve(place).register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    }
  }

  private static List<String> came(WatchService watch) {
    List<String> names = new ArrayList<>();
    for (WatchKey key = watch.poll(); key != null; key = watch.poll()) {
      for (WatchEvent<?> event : key.pollEvents()) {
        names.add(String.valueOf(event.context()));
      }
    }
    return names;
  }

  private long items() throws IOException {
    try (var lines = Files.lines(folder.resolve("out/inventory.jsonl"))) {
      return lines.filter(line -> line.contains("decode_path")).count();
    }
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void sevenZ(Path path, Map<String, byte[]> files) throws IOException {
    try (SevenZOutputFile archive = new SevenZOutputFile(path.toFile())) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(file.getKey());
        archive.putArchiveEntry(entry);
        archive.write(file.getValue());
        archive.closeArchiveEntry();
      }
    }
  }

  private static void start(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(command[0]).isZero();
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
}
