package dev.cordon.hashing.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.hashing.exhibits.TriageCommand;
import dev.cordon.hashing.lists.ListsCommand;
import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.digest.ThreeDigests;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Exhibits of harmless gradients, triaged by the commands as they are started. */
@Timeout(240)
class ReviewTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private int start(Class<?> command, String... arguments) throws Exception {
    Process process = process(command, arguments);
    assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Process process(Class<?> command, String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx300m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(command.getName());
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private List<JsonNode> lines(String out, String file) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve(file)).stream()
        .map(JSON::readTree)
        .toList();
  }

  private Path exhibit(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void matches_groups_series_andExports_sayReasons_andEveryItemStaysInTheOrder() throws Exception {
    Path exhibit = exhibit("exhibit");
    byte[] known = picture(320, Color.YELLOW);
    byte[] near = picture(300, Color.YELLOW);
    byte[] other = striped(640);
    Files.write(exhibit.resolve("IMG_0001.png"), known);
    Files.write(exhibit.resolve("IMG_0002.png"), near);
    Files.write(exhibit.resolve("IMG_0003.png"), other);
    Files.write(exhibit.resolve("copy of =secret.png"), other);
    Files.write(exhibit.resolve("broken.png"), java.util.Arrays.copyOf(known, 60));
    Files.writeString(exhibit.resolve("words.txt"), "words");
    Path second = exhibit("second");
    Files.write(second.resolve("x.png"), other);
    assertThat(start(TriageCommand.class, second.toString(), "--out", out("b"))).isZero();
    assertThat(start(TriageCommand.class, exhibit.toString(), "--out", out("a"))).isZero();
    List<JsonNode> before = lines("a", "review.jsonl");
    String code = lines("a", "codes.jsonl").get(item("a", known)).get("pdq").asString();
    Digests digests = ThreeDigests.of(known);
    Path list =
        Files.writeString(
            folder.resolve("list.csv"), "md5,pdq,category\n" + digests.md5() + "," + code + ",1\n");
    assertThat(
            start(
                ListsCommand.class,
                "add",
                list.toString(),
                "--as",
                "gold",
                "--out",
                out("lists"),
                "--profile",
                "UK",
                "--list-version",
                "7"))
        .isZero();
    assertThat(
            start(
                TriageCommand.class,
                exhibit.toString(),
                "--out",
                out("a"),
                "--lists",
                out("lists"),
                "--beside",
                out("b"),
                "--write",
                "csv,vics,case"))
        .isZero();

    List<JsonNode> matches = lines("a", "matches.jsonl");
    int knownItem = item("a", known);
    int nearItem = item("a", near);
    assertThat(matches.stream().filter(one -> one.get("item").asInt() == knownItem))
        .extracting(one -> one.get("by").asString())
        .containsExactly("md5", "pdq");
    assertThat(matches.stream().filter(one -> one.get("item").asInt() == nearItem))
        .singleElement()
        .satisfies(match -> {
          assertThat(match.get("by").asString()).isEqualTo("pdq");
          assertThat(match.get("distance").asInt()).isLessThanOrEqualTo(31);
          assertThat(match.get("radius").asInt()).isEqualTo(31);
          assertThat(match.get("category").toString())
              .isEqualTo("{\"profile\":\"UK\",\"code\":\"1\"}");
          assertThat(match.get("version").asString()).isEqualTo("7");
          assertThat(match.get("place").get("line").asInt()).isEqualTo(2);
        });
    assertThat(lines("a", "groups.jsonl").stream().map(JsonNode::toString))
        .anyMatch(group ->
            group.contains("\"by\":\"same content\"")
                && group.contains("\"elsewhere\":[{\"exhibit\":1,\"item\":1}]"))
        .anyMatch(group -> group.contains("\"by\":\"similar\""));
    assertThat(lines("a", "series.jsonl"))
        .singleElement()
        .satisfies(series -> assertThat(series.get("items").size()).isEqualTo(3));

    List<JsonNode> review = lines("a", "review.jsonl");
    assertThat(review.stream().map(one -> one.get("item").asInt()))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    assertThat(review.getFirst().get("item").asInt()).isEqualTo(reasoned("a", "nobody knows"));
    for (JsonNode earlier : before) {
      JsonNode now =
          review.stream()
              .filter(one -> one.get("item").equals(earlier.get("item")))
              .findFirst()
              .orElseThrow();
      for (JsonNode reason : earlier.get("reasons")) {
        assertThat(now.get("reasons").toString()).contains(reason.asString());
      }
    }
    exportsHoldNeitherNamesNorCodes(code);
    assertThat(review.getFirst().get("rule").asString()).isEqualTo("order-2");
    // Unknown before known: the picture on the list stands behind the one on none.
    assertThat(position(review, item("a", other))).isLessThan(position(review, knownItem));
    assertThat(
            start(
                TriageCommand.class,
                exhibit.toString(),
                "--out",
                out("a"),
                "--lists",
                out("lists"),
                "--order",
                "order-1"))
        .isZero();
    List<JsonNode> first = lines("a", "review.jsonl");
    assertThat(first).hasSize(6);
    assertThat(first.getFirst().get("rule").asString()).isEqualTo("order-1");
    // A listed picture is like itself, which order-1 ranks before pictures that are like none.
    assertThat(position(first, knownItem)).isLessThan(position(first, item("a", other)));
  }

  private static int position(List<JsonNode> review, int item) {
    return review.stream()
        .filter(one -> one.get("item").asInt() == item)
        .findFirst()
        .orElseThrow()
        .get("position")
        .asInt();
  }

  private int reasoned(String out, String words) throws IOException {
    return lines(out, "review.jsonl").stream()
        .filter(one -> one.get("reasons").toString().contains(words))
        .findFirst()
        .orElseThrow()
        .get("item")
        .asInt();
  }

  private void exportsHoldNeitherNamesNorCodes(String code) throws IOException {
    for (String file :
        List.of(
            "inventory.jsonl",
            "matches.jsonl",
            "groups.jsonl",
            "series.jsonl",
            "review.jsonl",
            "summary.json",
            "inventory.csv",
            "vics.json",
            "case.jsonld")) {
      String text = Files.readString(folder.resolve("a").resolve(file));
      assertThat(text)
          .as(file)
          .doesNotContain("secret")
          .doesNotContain("IMG_")
          .doesNotContain(code);
    }
    assertThat(Files.readString(folder.resolve("log"))).doesNotContain("secret");
    JsonNode vics = JSON.readTree(Files.readString(folder.resolve("a/vics.json")));
    JsonNode found = vics.get("value").get(0);
    assertThat(found.get("TotalMediaFiles").asInt()).isEqualTo(found.get("Media").size());
    assertThat(found.get("Media").size()).isEqualTo(5);
    assertThat(Files.readAllLines(folder.resolve("a/inventory.csv"))).hasSize(7);
    assertThat(
            JSON.readTree(Files.readString(folder.resolve("a/case.jsonld"))).get("@graph").size())
        .isEqualTo(6);
  }

  @Test
  void kill_atAnyMoment_andRunAgain_comesToTheSameInventory() throws Exception {
    Path exhibit = exhibit("exhibit");
    for (int number = 0; number < 120; number++) {
      Files.write(exhibit.resolve("p" + number + ".png"), picture(200 + number, Color.BLUE));
    }
    assertThat(start(TriageCommand.class, exhibit.toString(), "--out", out("whole"))).isZero();
    int killed = 0;
    for (int millis = 1200; millis < 4000; millis += 400) {
      Process process = process(TriageCommand.class, exhibit.toString(), "--out", out("killed"));
      killed += process.waitFor(millis, TimeUnit.MILLISECONDS) ? 0 : 1;
      process.destroyForcibly().waitFor();
    }
    assertThat(killed).isPositive();
    assertThat(start(TriageCommand.class, exhibit.toString(), "--out", out("killed"))).isZero();
    for (String file : List.of("inventory.jsonl", "codes.jsonl", "names.jsonl", "review.jsonl")) {
      assertThat(folder.resolve("killed").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private int item(String out, byte[] content) throws IOException {
    String sha256 = ThreeDigests.of(content).sha256();
    return lines(out, "inventory.jsonl").stream()
        .filter(item -> item.path("sha256").asString("").equals(sha256))
        .findFirst()
        .orElseThrow()
        .get("item")
        .asInt();
  }

  private static byte[] picture(int width, Color color) throws IOException {
    BufferedImage picture = new BufferedImage(width, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.BLACK, width, 170, color, true));
    graphics.fillRect(0, 0, width, 200);
    graphics.setColor(Color.RED);
    for (int part = 0; part < 24; part++) {
      int seed = part * 7919 % 97;
      graphics.setColor(new Color(seed * 2, 255 - seed * 2, part * 10));
      graphics.fillOval(width * (seed % 10) / 10, 20 * (seed % 9), width / 7, 30);
    }
    graphics.dispose();
    return png(picture);
  }

  private static byte[] striped(int width) throws IOException {
    BufferedImage picture = new BufferedImage(width, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    for (int part = 0; part < 60; part++) {
      int seed = part * 104729 % 211;
      graphics.setColor(new Color(seed, part * 4, 255 - seed));
      graphics.fillRect(seed * 3, 8 * part, 100 + seed, 40);
    }
    graphics.dispose();
    return png(picture);
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    }
  }
}
