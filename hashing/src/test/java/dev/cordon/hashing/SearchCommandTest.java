package dev.cordon.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.kernel.hamming.Code256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SearchCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ONE =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
  private static final String NEAR =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b2d";

  @TempDir Path folder;

  private record Run(int code, List<JsonNode> pairs, String errors) {}

  private Run search(String list, String queries, String... more) throws IOException {
    Path a = Files.writeString(folder.resolve("a"), list);
    Path b = Files.writeString(folder.resolve("b"), queries);
    List<String> arguments =
        new ArrayList<>(List.of("--list", a.toString(), "--query", b.toString(), "--json"));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    int code =
        SearchCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(errors))
            .execute(arguments.toArray(String[]::new));
    return new Run(code, out.toString().lines().map(JSON::readTree).toList(), errors.toString());
  }

  @Test
  void pair_isNamedWithItsLines() throws IOException {
    Run run = search("\n" + ONE + "\n" + NEAR.toUpperCase() + "\r\n", ONE);

    assertThat(run.code()).isZero();
    assertThat(run.pairs()).hasSize(2);
    JsonNode pair = run.pairs().get(1);
    assertThat(pair.get("query").asString()).isEqualTo(ONE);
    assertThat(pair.get("match").asString()).isEqualTo(NEAR);
    assertThat(pair.get("distance").asInt()).isEqualTo(4);
    assertThat(pair.get("query_line").asInt()).isEqualTo(1);
    assertThat(pair.get("match_line").asInt()).isEqualTo(3);
    assertThat(search(ONE + "\n" + NEAR, ONE, "--radius", "3").pairs()).hasSize(1);
  }

  @Test
  void tables_areReadByTheirColumn() throws IOException {
    String commas = "\ufeffname,\"PDQ\",quality\n\"x, y\"," + ONE + ",80\nz,\"" + NEAR + "\",90\n";
    String tabs = "id\tpdq\n1\t" + ONE + "\n";
    String semicolons = "pdq;id\n" + ONE + ";1\n";

    assertThat(search(commas, tabs).pairs()).hasSize(2);
    assertThat(search(semicolons, commas).pairs()).hasSize(2);
  }

  @Test
  void brokenLines_areNamedAndCounted() throws IOException {
    String list =
        String.join(
            "\n",
            ONE,
            ONE.substring(1),
            "g" + ONE.substring(1),
            "0".repeat(100_000),
            "",
            NEAR,
            "# end");

    Run run = search(list, ONE + "\nnot a hash\n");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.pairs()).hasSize(2);
    assertThat(run.errors())
        .contains("a, line 2: a code has 64 hex digits, not 63")
        .contains("a, line 3: character 1")
        .contains("a, line 4: longer than")
        .contains("a, line 7:")
        .contains("b, line 2:")
        .contains("5 lines held no hash");
    assertThat(run.pairs().getLast().get("match_line").asInt()).isEqualTo(6);
  }

  @Test
  void otherFiles_areRefused() throws IOException {
    assertThat(search("name,hash\nx,y\n", ONE).code()).isEqualTo(2);
    assertThat(search("name,hash\nx,y\n", ONE).errors()).contains("line 1").contains("'pdq'");
    assertThat(search(ONE, ONE, "--radius", "257").code()).isEqualTo(2);
    assertThat(search("", ONE).code()).isZero();
    assertThat(search("", ONE).pairs()).isEmpty();
    assertThat(search(ONE, "").pairs()).isEmpty();
  }

  /** Lists in several blocks, with broken lines between, beside comparing all with all. */
  @Test
  void blocks_findWhatComparingAllFinds() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    List<String> list = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    for (int number = 0; number < 2500; number++) {
      Code256 code =
          new Code256(random.nextLong(), random.nextLong(), random.nextLong(), number % 7);
      list.add(number % 97 == 0 ? "broken" + number : code.hex());
      Code256 near =
          new Code256(code.first() ^ random.nextInt(255), code.second(), code.third(), 0);
      queries.add(near.hex());
    }
    list.set(0, Code256.ZERO.hex());
    List<String> expected = new ArrayList<>();
    for (int query = 0; query < queries.size(); query++) {
      for (int line = 0; line < list.size(); line++) {
        if (list.get(line).length() == 64) {
          int distance = Code256.parse(list.get(line)).distance(Code256.parse(queries.get(query)));
          if (distance <= 31) {
            expected.add(query + 1 + ":" + (line + 1) + ":" + distance);
          }
        }
      }
    }
    List<String> found = new ArrayList<>();
    List<Long> complaints = new ArrayList<>();
    new PairSearch(
            Files.write(folder.resolve("a"), list),
            Files.write(folder.resolve("b"), queries),
            31,
            700,
            (line, reason) -> complaints.add(line),
            (line, reason) -> complaints.add(-line),
            new PrintWriter(new StringWriter()))
        .run(pair -> found.add(pair.queryLine() + ":" + pair.matchLine() + ":" + pair.distance()));

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected.size()).isGreaterThan(2400);
    assertThat(complaints).hasSize(25).allMatch(line -> line > 0);
  }

  @FuzzTest
  void anyBytes(byte[] bytes) throws IOException {
    try (CodeInput input =
        CodeInput.of(new ByteArrayInputStream(bytes), "list", (line, reason) -> {})) {
      while (input.next() != null) {
        // Every line is either a code or a complaint.
      }
    } catch (HashingException named) {
      assertThat(named).hasMessageContaining("list, line");
    }
  }

  @Test
  void damagedTables_neverFailOtherwise() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    byte[] whole =
        ("name,\"pdq\"\n\"a\"\"b\"," + ONE + "\n," + NEAR + "\r\n\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = whole.clone();
      for (int change = 0; change < 4; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      anyBytes(damaged);
    }
  }
}
