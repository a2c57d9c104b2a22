package dev.cordon.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExerciseTest {
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\w.-])(\\d{1,3})\\.(\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}(?![\\w.])");
  private static final Pattern IPV6 =
      Pattern.compile("(?<![\\w:.+-])[0-9a-f]{1,4}(:[0-9a-f]{1,4}){7}(?![\\w:])");
  private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@([A-Za-z0-9.-]+)");
  private static final Pattern HOST = Pattern.compile("https?://([A-Za-z0-9.-]+)");
  private static final Extent SMALL = new Extent("test", 0.25, false);

  @TempDir static Path shared;
  private static Path sizeS = Path.of("");

  @BeforeAll
  static void writeSizeS() {
    sizeS = shared.resolve("s");
    Exercise.write(11, Size.S, sizeS, Progress.silent());
  }

  @Test
  void write_sameSeed_givesSameBytes() throws IOException {
    Exercise.write(5, SMALL, shared.resolve("one"), Progress.silent());
    Exercise.write(5, SMALL, shared.resolve("two"), Progress.silent());
    Exercise.write(6, SMALL, shared.resolve("other"), Progress.silent());
    Map<String, byte[]> one = bytes(shared.resolve("one"));
    Map<String, byte[]> two = bytes(shared.resolve("two"));
    assertThat(one.keySet()).isEqualTo(two.keySet()).hasSizeGreaterThan(30);
    one.forEach((name, content) -> assertThat(two.get(name)).as(name).isEqualTo(content));
    assertThat(bytes(shared.resolve("other")).get("platform/shop.sql.gz"))
        .isNotEqualTo(one.get("platform/shop.sql.gz"));
  }

  private static Map<String, byte[]> bytes(Path folder) throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    for (Path file : files(folder)) {
      bytes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
    }
    return bytes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void sizeS_hasThePublicMeasuresOfTheOperation() throws IOException {
    List<Map<String, String>> persons = CsvTable.read(sizeS.resolve("truth/truth-persons.csv"));
    List<Map<String, String>> buyers =
        persons.stream().filter(row -> "1".equals(row.get("is_buyer"))).toList();
    assertThat(buyers).hasSize(273).noneMatch(row -> "0".equals(row.get("paid_orders")));
    assertThat(persons.stream().filter(row -> "0".equals(row.get("is_buyer"))))
        .allMatch(row -> "0".equals(row.get("paid_orders")));
    assertThat(
            buyers.stream()
                .map(row -> CsvTable.value(row, "true_country"))
                .collect(Collectors.toSet()))
        .isEqualTo(
            Set.of(
                "AU", "AT", "BE", "BA", "CZ", "DK", "FI", "FR", "DE", "HU", "IS", "NL", "NZ", "NO",
                "PL", "ES", "SE", "CH", "GB"));
    Map<String, Long> systems =
        CsvTable.read(sizeS.resolve("truth/truth-accounts.csv")).stream()
            .collect(
                Collectors.groupingBy(row -> CsvTable.value(row, "system"), Collectors.counting()));
    assertThat(systems)
        .containsEntry("shop", 4000L)
        .containsEntry("forum", 2500L)
        .containsKey("shop-guest");
  }

  @Test
  void sizeS_hasTheFieldReportsOfTheOperation() throws IOException {
    List<JsonNode> reports = new ArrayList<>();
    for (Path file : files(sizeS.resolve("field-reports"))) {
      for (String line : Files.readAllLines(file)) {
        JsonNode report = new JsonMapper().readTree(line);
        assertThat(report.get("agency").asString() + ".jsonl")
            .isEqualTo(file.getFileName().toString());
        reports.add(report);
      }
    }
    assertThat(files(sizeS.resolve("field-reports"))).hasSize(19);
    assertThat(reports.stream().filter(each -> each.get("kind").asString().equals("search")))
        .hasSize(33);
    assertThat(reports.stream().filter(each -> each.get("kind").asString().equals("arrest")))
        .hasSize(25);
    assertThat(reports.stream().mapToInt(each -> each.get("items").size()).sum()).isEqualTo(173);
    assertThat(
            reports.stream().filter(each -> each.get("at").asString().startsWith("2025-02-26T06")))
        .hasSizeGreaterThan(40);
    Set<String> ids =
        reports.stream().map(each -> each.get("report").asString()).collect(Collectors.toSet());
    assertThat(ids).hasSize(reports.size());
    for (JsonNode report : reports) {
      for (JsonNode item : report.get("items")) {
        if (item.has("digests")) {
          assertThat(sizeS.resolve(item.get("digests").asString())).exists();
        }
      }
    }
    JsonNode agencies = new JsonMapper().readTree(Files.readString(sizeS.resolve("agencies.json")));
    assertThat(agencies).hasSize(19);
    assertThat(
            agencies
                .valueStream()
                .filter(each -> each.get("lead").asBoolean())
                .map(each -> each.get("country").asString()))
        .containsExactly("DK");
  }

  @Test
  void manifest_countsEqualCountedRows() throws IOException {
    Path platform = sizeS.resolve("platform");
    JsonNode manifest =
        new JsonMapper().readTree(Files.readString(platform.resolve("MANIFEST.json")));
    for (String dump : List.of("shop", "forum")) {
      Map<String, Long> counted = TupleCounter.count(platform.resolve(dump + ".sql.gz"));
      Map<String, Long> stated = new TreeMap<>();
      manifest
          .get("tables")
          .get(dump)
          .propertyStream()
          .forEach(each -> stated.put(each.getKey(), each.getValue().asLong()));
      assertThat(counted).isEqualTo(stated);
    }
    JsonNode files = manifest.get("files");
    assertThat(TupleCounter.text(platform.resolve("access.log.gz")).lines())
        .hasSize(files.get("access.log.gz").get("lines").asInt());
    assertThat(malformedLogLines(platform))
        .isEqualTo(files.get("access.log.gz").get("malformed_lines").asLong());
    JsonNode card = files.get("card-processor.csv");
    assertThat(TupleCounter.text(platform.resolve("card-processor.csv")).lines())
        .hasSize(
            card.path("rows_split_over_two_lines").asInt()
                + card.get("rows").asInt()
                + card.get("malformed_lines").asInt()
                + card.get("header_lines").asInt());
    JsonNode crypto = files.get("crypto-invoices.csv");
    assertThat(TupleCounter.text(platform.resolve("crypto-invoices.csv")).lines())
        .hasSize(crypto.get("rows").asInt() + crypto.get("malformed_lines").asInt() + 1);
    JsonNode provider =
        new JsonMapper()
            .readTree(Files.readString(platform.resolve("provider-return.json")))
            .get("accounts");
    assertThat(provider).hasSize(files.get("provider-return.json").get("accounts").asInt());
    assertThat(provider.valueStream().mapToInt(each -> each.path("logins").size()).sum())
        .isEqualTo(files.get("provider-return.json").get("logins").asInt());
    assertThat(manifest.get("records_total").asLong()).isBetween(140_000L, 180_000L);
  }

  private static long malformedLogLines(Path platform) throws IOException {
    Pattern good =
        Pattern.compile("[0-9a-f.:]+ - - \\[[^]]+\\] \"[^\"]*\" \\d{3} \\d+ \"[^\"]*\" \"[^\"]*\"");
    return TupleCounter.text(platform.resolve("access.log.gz"))
        .lines()
        .filter(line -> !good.matcher(line).matches())
        .count();
  }

  @Test
  void everyFile_usesReservedSpaceOnly() throws IOException {
    for (Path file : files(sizeS)) {
      String text = TupleCounter.text(file);
      assertThat(foreign(text, IPV4, ExerciseTest::benchmarkAddress))
          .as("IPv4 in " + file)
          .isEmpty();
      assertThat(foreign(text, IPV6, match -> match.group().startsWith("2001:db8:")))
          .as("IPv6 in " + file)
          .isEmpty();
      assertThat(foreign(text, MAIL, match -> reserved(match.group(1))))
          .as("mail in " + file)
          .isEmpty();
      assertThat(foreign(text, HOST, match -> reserved(match.group(1))))
          .as("hosts in " + file)
          .isEmpty();
    }
  }

  private static boolean benchmarkAddress(Matcher match) {
    return match.group(1).equals("198")
        && (match.group(2).equals("18") || match.group(2).equals("19"));
  }

  static boolean reserved(String domain) {
    String name = domain.toLowerCase(java.util.Locale.ROOT).replaceAll("\\.+$", "");
    return name.endsWith(".example")
        || Set.of("example.com", "example.net", "example.org").contains(name);
  }

  private static Set<String> foreign(
      String text, Pattern pattern, java.util.function.Predicate<Matcher> allowed) {
    Set<String> foreign = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      // Browser versions look like addresses: Chrome/120.0.0.0
      boolean version = matcher.start() > 0 && text.charAt(matcher.start() - 1) == '/';
      if (!version && !allowed.test(matcher)) {
        foreign.add(matcher.group());
      }
    }
    return foreign;
  }

  @Test
  void wideExtent_streamsWithItsOwnAddressSpace() throws IOException {
    Path folder = shared.resolve("wide");
    Exercise.Written written =
        Exercise.write(3, new Extent("M", 0.4, true), folder, Progress.silent());
    assertThat(written.records()).isGreaterThan(50_000);
    String ranges = Files.readString(folder.resolve("platform/ip-country.csv"));
    assertThat(ranges).contains("240.0.").contains("100.64.").contains("198.18.");
    Map<String, Long> shop = TupleCounter.count(folder.resolve("platform/shop.sql.gz"));
    assertThat(shop).containsEntry("wpk_users", 1600L);
  }

  @Test
  void diskNeed_tooLittleSpace_refusesInOneLine() {
    assertThat(DiskNeed.of(Size.L.extent()).bytes()).isGreaterThan(3L << 30);
    assertThatThrownBy(() -> new DiskNeed(Long.MAX_VALUE / 2).require(shared))
        .isInstanceOf(ExerciseException.class)
        .hasMessageContaining("needs about")
        .hasMessageNotContaining("\n");
  }

  @Test
  void write_folderWithOtherThings_isRefused() throws IOException {
    Path folder = Files.createDirectories(shared.resolve("occupied"));
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> Exercise.write(1, SMALL, folder, Progress.silent()))
        .isInstanceOf(ExerciseException.class)
        .hasMessageContaining("already holds notes.txt");
    assertThatThrownBy(() -> Exercise.write(12, Size.S, sizeS, Progress.silent()))
        .isInstanceOf(ExerciseException.class)
        .hasMessageContaining("size S, seed 11");
  }
}
