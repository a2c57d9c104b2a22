package dev.cordon.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.linkage.People;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Households nobody looked at when the model of persons was written: relatives stay apart. */
class RelativesTest {

  private static final int RECORDS = 4000;

  @TempDir private Path folder;
  private String said = "";

  @Test
  void relatives_stayApart() throws IOException {
    for (long seed : new long[] {101, 102}) {
      Path data = folder.resolve("people" + seed + ".csv");
      People.write(data, seed, RECORDS);
      run("persons", data.toString(), "--truth", "entity");
      assertThat(figure("precision")).as(said).isGreaterThanOrEqualTo(0.97);
      assertThat(figure("recall")).as(said).isGreaterThanOrEqualTo(0.85);
    }
  }

  @Test
  void clusters_ofOneAndTwoThreads_areTheSameBytes() throws IOException {
    Path data = folder.resolve("people.csv");
    People.write(data, 3, RECORDS);
    Path one = folder.resolve("one.csv");
    Path two = folder.resolve("two.csv");
    Path model = folder.resolve("one.yaml");
    Path again = folder.resolve("two.yaml");
    run(
        "persons",
        data.toString(),
        "--id",
        "id",
        "--out",
        one.toString(),
        "--trained",
        model.toString(),
        "--threads",
        "1");
    run(
        "persons",
        data.toString(),
        "--id",
        "id",
        "--out",
        two.toString(),
        "--trained",
        again.toString(),
        "--threads",
        "2");
    assertThat(Files.readAllBytes(two)).isEqualTo(Files.readAllBytes(one));
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(model));
  }

  private double figure(String name) {
    Matcher matcher = Pattern.compile("clusters .*" + name + " ([0-9.]+)").matcher(said);
    assertThat(matcher.find()).as(said).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private void run(String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine line = LinkCommand.commandLine();
    line.setErr(new PrintWriter(text));
    int code = line.execute(arguments);
    said = text.toString();
    assertThat(code).as(said).isZero();
  }
}
