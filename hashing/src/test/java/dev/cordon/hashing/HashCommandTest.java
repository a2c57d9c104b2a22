package dev.cordon.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.digest.ThreeDigests;
import dev.cordon.kernel.perceptual.Pictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class HashCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private record Run(int code, List<JsonNode> lines, String errors) {
    JsonNode of(String name) {
      return lines.stream()
          .filter(line -> line.get("path").asString().endsWith(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine line =
        HashCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
    int code = line.execute(arguments);
    return new Run(
        code, out.toString().lines().map(each -> JSON.readTree(each)).toList(), errors.toString());
  }

  @Test
  void folder_isHashedFileByFile() throws IOException {
    byte[] picture = Pictures.encoded(Pictures.waves(200, 100), "png");
    Files.write(folder.resolve("a.png"), picture);
    Files.writeString(Files.createDirectories(folder.resolve("deep/er")).resolve("b.txt"), "abc");
    Files.write(folder.resolve("empty"), new byte[0]);

    Run run = run("--json", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(3);
    JsonNode hashed = run.of("a.png");
    assertThat(hashed.get("size").asInt()).isEqualTo(picture.length);
    assertThat(hashed.get("sha256").asString()).isEqualTo(ThreeDigests.of(picture).sha256());
    assertThat(hashed.get("pdq").asString()).hasSize(64);
    assertThat(hashed.get("pdq_quality").asInt()).isEqualTo(100);
    assertThat(hashed.get("decode_path").asString()).isEqualTo("ffmpeg-full");
    assertThat(hashed.has("reason")).isFalse();
    JsonNode text = run.of("b.txt");
    assertThat(text.get("md5").asString()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    assertThat(text.get("sha1").asString()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    assertThat(text.get("reason").asString()).contains("not a picture");
    assertThat(text.has("pdq")).isFalse();
    assertThat(run.of("empty").get("size").asInt()).isZero();
  }

  /** Larger than what is read into memory at once. */
  @Test
  void largeFile_isDigestedAndDecodedFromTheDisk() throws IOException {
    byte[] picture = Pictures.encoded(Pictures.waves(2600, 2300), "bmp");
    assertThat(picture.length).isGreaterThan(16 << 20);
    Path file = Files.write(folder.resolve("large.bmp"), picture);

    JsonNode hashed = run("--json", file.toString()).of("large.bmp");

    assertThat(hashed.get("sha256").asString()).isEqualTo(ThreeDigests.of(picture).sha256());
    assertThat(hashed.get("pdq_quality").asInt()).isEqualTo(100);
  }

  @Test
  void links_areNamedAndNotFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("out"), Path.of("/etc/hostname"));

    Run run = run("--json", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines())
        .allSatisfy(line -> assertThat(line.get("reason").asString()).contains("symbolic link"))
        .noneMatch(line -> line.has("sha256"));
  }

  @Test
  void namesWithControlCharacters_areEscaped_andStandForTheirBytes() throws IOException {
    String name = "a\nb\u001b[31m\"\\\u202egpj.x\u00e9";
    Files.writeString(folder.resolve(name), "abc");

    StringWriter out = new StringWriter();
    HashCommand.commandLine().setOut(new PrintWriter(out)).execute("--json", folder.toString());

    String line = out.toString().strip();
    assertThat(line.lines()).hasSize(1);
    assertThat(line.chars()).noneMatch(each -> each < ' ' || each == 0x202e || each == 0x1b);
    assertThat(JSON.readTree(line).get("path").asString()).endsWith("/" + name);

    StringWriter plain = new StringWriter();
    HashCommand.commandLine().setOut(new PrintWriter(plain)).execute(folder.toString());
    assertThat(plain.toString().strip().chars()).noneMatch(each -> each < ' ' || each == 0x202e);
  }

  @Test
  void walkThatRunsAway_endsAndKeepsWhatWasFound() throws IOException {
    for (int number = 0; number < 10; number++) {
      Files.writeString(folder.resolve("file" + number), "x");
    }

    Run run = run("--json", "--most-files", "4", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(5);
    assertThat(run.lines().getLast().get("reason").asString()).contains("more than 4 files");
    assertThat(run("--json", "--most-files", "10", folder.toString()).code()).isZero();
  }

  @Test
  void foldersWithoutEnd_areLeft() throws IOException {
    Path deep = folder;
    for (int level = 0; level < 250; level++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);

    Run run = run("--json", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(1);
    assertThat(run.lines().getFirst().get("reason").asString()).contains("deeper than 200");
  }

  @Test
  void badUse_isNamed() {
    assertThat(run(folder.resolve("absent").toString()).code()).isEqualTo(2);
    assertThat(run(folder.resolve("absent").toString()).errors()).contains("there is no");
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("--threads", "0", folder.toString()).code()).isEqualTo(2);
  }

  /** A whole process, whose temporary folder and output hold nothing of the pictures. */
  @Test
  void nothingOfAPicture_isWrittenAnywhere() throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    for (String form : List.of("png", "jpg", "bmp", "gif", "tiff")) {
      Files.write(pictures.resolve("p." + form), Pictures.encoded(Pictures.waves(900, 700), form));
    }
    Files.write(pictures.resolve("big.bmp"), Pictures.encoded(Pictures.waves(2600, 2300), "bmp"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path work = Files.createDirectory(folder.resolve("work"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + work,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                HashCommand.class.getName(),
                "--json",
                pictures.toString())
            .directory(work.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(output.lines().map(JSON::readTree).filter(line -> line.has("pdq"))).hasSize(6);
    assertThat(output.chars()).allMatch(each -> each == '\n' || (each >= ' ' && each < 0x7f));
    for (Path place : List.of(temporary, work)) {
      try (Stream<Path> files = Files.walk(place)) {
        // Unpacked once: the decoders' libraries, and two files that hold nothing.
        assertThat(files.filter(Files::isRegularFile))
            .allSatisfy(file -> {
              assertThat(file.toString()).contains("/.cache/cordon/decoders/");
              if (!file.toString().matches(".*\\.so(\\.\\d+)*")) {
                assertThat(file).isEmptyFile();
              }
            });
      }
    }
  }
}
