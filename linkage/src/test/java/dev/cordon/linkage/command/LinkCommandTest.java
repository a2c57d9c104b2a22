package dev.cordon.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.linkage.Fixtures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LinkCommandTest {

  @TempDir private Path folder;
  private String said = "";

  @Test
  void febrl1_clusters_passTheirGate() throws IOException {
    Path out = folder.resolve("clusters.csv");
    Path labelled = labelled("dataset1.csv");
    assertThat(run("persons", labelled.toString(), "--truth", "entity", "--out", out.toString()))
        .isZero();
    assertThat(f1("clusters")).as(said).isGreaterThanOrEqualTo(0.998);
    assertThat(Files.readAllLines(out)).hasSize(1001).startsWith("source,record,cluster");
  }

  @Test
  void febrl4_pairs_passTheirGate() throws IOException {
    Path charts = folder.resolve("charts");
    assertThat(
            run(
                "persons",
                labelled("dataset4a.csv").toString(),
                labelled("dataset4b.csv").toString(),
                "--across",
                "--truth",
                "entity",
                "--charts",
                charts.toString()))
        .isZero();
    assertThat(f1("pairs at the threshold")).as(said).isGreaterThanOrEqualTo(0.998);
    try (Stream<Path> files = Files.list(charts)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(names).contains("match-weights.svg", "thresholds.json", "cluster-studio.svg");
    }
    assertThat(Files.readString(charts.resolve("match-weights.svg")))
        .startsWith("<svg ")
        .endsWith("</svg>\n")
        .doesNotContain("NaN", "<script");
  }

  @Test
  void trainedModel_andEarlierClusters_keepNames() throws IOException {
    Path data = labelled("dataset1.csv");
    Path trained = folder.resolve("trained.yaml");
    Path first = folder.resolve("first.csv");
    assertThat(
            run(
                "persons",
                data.toString(),
                "--trained",
                trained.toString(),
                "--out",
                first.toString()))
        .isZero();
    List<String> lines = Files.readAllLines(data);
    Path more = Files.createDirectory(folder.resolve("more")).resolve(data.getFileName());
    Files.write(more, lines);
    Files.writeString(
        more,
        lines.get(1).replaceFirst("rec-[0-9]+", "rec-99999") + "\n",
        StandardOpenOption.APPEND);
    Path second = folder.resolve("second.csv");
    assertThat(
            run(
                trained.toString(),
                more.toString(),
                "--previous",
                first.toString(),
                "--out",
                second.toString()))
        .as(said)
        .isZero();
    List<String> now = Files.readAllLines(second);
    assertThat(now.subList(0, 1001)).isEqualTo(Files.readAllLines(first));
    assertThat(now.get(1001)).endsWith(now.get(1).substring(now.get(1).lastIndexOf(',')));
    assertThat(Files.readAllLines(Path.of(second + ".history.csv"))).contains("c1,kept,c1");
    Path third = folder.resolve("third.csv");
    assertThat(
            run(
                trained.toString(),
                more.toString(),
                "--previous",
                first.toString(),
                "--add",
                "--out",
                third.toString()))
        .as(said)
        .isZero();
    assertThat(said).contains("1 new records; 3 records grouped again");
    assertThat(Files.readAllLines(third)).isEqualTo(now);
    refused(
        "only a trained model",
        "persons",
        more.toString(),
        "--previous",
        first.toString(),
        "--add");
    refused("--add needs the earlier clusters", "persons", more.toString(), "--add");
  }

  @Test
  void idsThatAreFormulas_areWrittenHarmlessAndReadBack() throws IOException {
    List<String> ids =
        List.of("=1+1", "+SUM(A1)", "-x", "@cmd", "'=y", "'", "-5", "two\nlines", "\uff1dz");
    StringBuilder text = new StringBuilder("id,first_name,surname,dob,city\n");
    for (int person = 0; person < 60; person++) {
      String id = person < ids.size() ? ids.get(person) : "plain" + person;
      String row = person(person, 0);
      text.append('"').append(id).append('"').append(row, row.indexOf(','), row.length());
      text.append("copy").append(person).append(row, row.indexOf(','), row.length());
    }
    String data = file("=data.csv", text.toString());
    Path first = folder.resolve("first.csv");
    Path pairs = folder.resolve("pairs.csv");
    assertThat(run("persons", data, "--out", first.toString(), "--pairs", pairs.toString()))
        .as(said)
        .isZero();
    for (Path written : List.of(first, pairs)) {
      Table.open(written, StandardCharsets.UTF_8)
          .read(cells ->
              assertThat(cells).noneMatch(cell -> cell.matches("(?s)[=+@\uff1d].*|-[^0-9].*")));
    }
    assertThat(Files.readString(first)).contains(",'=1+1,", ",''=y,", ",-5,", "\"two\nlines\"");
    Path second = folder.resolve("second.csv");
    assertThat(run("persons", data, "--previous", first.toString(), "--out", second.toString()))
        .as(said)
        .isZero();
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(Files.readString(Path.of(second + ".history.csv"))).doesNotContain("gone");
  }

  @Property(tries = 300)
  void cells_anyValue_comesBack(
      @ForAll @StringLength(max = 8) @Chars({'=', '+', '-', '@', '\'', '1', 'a', ' ', '\t'})
          String value) {
    assertThat(Cells.plain(Cells.safe(value))).isEqualTo(value);
  }

  @Test
  void propose_draftsAModelThatRuns() throws IOException {
    Path draft = folder.resolve("draft.yaml");
    Path data = labelled("dataset1.csv");
    assertThat(run("--propose", data.toString(), "--out", draft.toString())).isZero();
    assertThat(Files.readString(draft)).contains("never repeats").contains("model: draft");
    assertThat(run(draft.toString(), data.toString(), "--quiet")).as(said).isZero();
  }

  @Test
  void badInput_isNamedWithItsPlace() throws IOException {
    refused("cordon link: there is no model file", "nomodel.yaml", file("a.csv", "a,b\n1,2\n"));
    refused("is for other columns", "persons", file("b.csv", "colour,weight\nred,1\nblue,2\n"));
    refused("is empty: it needs a header", "persons", file("c.csv", ""));
    refused(
        "line 3: 1 values under 2 columns",
        "persons",
        file("d.csv", "first_name,surname\na,b\nonly\n"));
    refused("two columns are called 'a'", "persons", file("e.csv", "a,a\n1,2\n"));
    refused(
        "there are no two records to link, only 0",
        "persons",
        file("f.csv", "first_name,surname\n"));
    refused("is Parquet: an operation's records", "persons", file("g.csv", "PAR1xxxx"));
    refused("is Parquet", "persons", file("h.csv", "PAREyyyy"));
    refused("cannot be read", "persons", folder.resolve("missing.csv").toString());
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "first_name,surname\nJos\u00e9,x\n".getBytes(StandardCharsets.ISO_8859_1));
    refused("is not written in UTF-8: name its character set", "persons", latin.toString());
    refused("a model and at least one CSV file", "persons");
  }

  @Test
  void emptyAndConstantColumns_areNamedAndNotUsed() throws IOException {
    StringBuilder text = new StringBuilder("first_name,surname,dob,city,gender\n");
    for (int person = 0; person < 60; person++) {
      String row =
          "given"
              + person % 20
              + ",family"
              + person % 30
              + ",19"
              + (10 + person)
              + "-01-01,,male\n";
      text.append(row).append(row);
    }
    assertThat(run("persons", file("k.csv", text.toString()))).as(said).isZero();
    assertThat(said)
        .contains("field town is empty: not used")
        .contains("field sex is the same in every record: not used");
  }

  @Test
  void apart_keepsTwoEqualRecordsApart() throws IOException {
    Path data = labelled("dataset1.csv");
    Path out = folder.resolve("o.csv");
    String first = "rec-223-org";
    String second =
        Files.readAllLines(data).stream()
            .map(line -> line.split(",")[0])
            .filter("rec-223-dup-0"::equals)
            .findFirst()
            .orElseThrow();
    String apart = file("apart.csv", "a,b\n" + first + "," + second + "\n");
    assertThat(run("persons", data.toString(), "--out", out.toString(), "--apart", apart)).isZero();
    assertThat(cluster(out, first)).isNotEqualTo(cluster(out, second));
    String itself = file("apart2.csv", "a,b\nx,x\n");
    refused("pair 1: x cannot be apart from itself", "persons", data.toString(), "--apart", itself);
    String half = file("apart3.csv", "a,b\nx,y\nx,\n");
    refused("pair 2 names one record only", "persons", data.toString(), "--apart", half);
    String columns = file("apart4.csv", "left,right\nx,y\n");
    refused("needs the columns a and b", "persons", data.toString(), "--apart", columns);
  }

  @Test
  void apart_cycleAndStrangers_areKeptAndNamed() throws IOException {
    StringBuilder text = new StringBuilder("id,first_name,surname,dob,city\n");
    for (int person = 0; person < 300; person++) {
      text.append(person(person, 0)).append(person(person, 1)).append(person(person, 2));
    }
    String data = file("cycle.csv", text.toString());
    String apart = file("cycle-apart.csv", "a,b\np7-0,p7-1\np7-1,p7-2\np7-2,p7-0\nnobody,p8-0\n");
    Path out = folder.resolve("cycle-out.csv");
    assertThat(run("persons", data, "--id", "id", "--apart", apart, "--out", out.toString()))
        .as(said)
        .isZero();
    assertThat(List.of(cluster(out, "p7-0"), cluster(out, "p7-1"), cluster(out, "p7-2")))
        .doesNotHaveDuplicates();
    assertThat(cluster(out, "p8-0")).isEqualTo(cluster(out, "p8-1"));
    assertThat(said).contains("1 records known apart from others are not in these tables, nobody");
  }

  @Test
  void recordsLargerThanMemory_spillOrFailByName() throws IOException {
    StringBuilder text = new StringBuilder("id,first_name,surname,dob,city\n");
    for (int person = 0; person < 8_000; person++) {
      text.append(person(person, 0)).append(person(person, 1));
    }
    String data = file("large.csv", text.toString());
    Path spilled = folder.resolve("spilled.csv");
    Path roomy = folder.resolve("roomy.csv");
    assertThat(run("persons", data, "--out", roomy.toString())).as(said).isZero();
    assertThat(run("persons", data, "--out", spilled.toString(), "--memory", "70"))
        .as(said)
        .isZero();
    assertThat(spilled).hasSameBinaryContentAs(roomy);
    refused("the engine's memory does not suffice", "persons", data, "--memory", "2");
    String endless = "x".repeat(2 << 20);
    refused(
        "cannot be read",
        "persons",
        file("endless.csv", "first_name,surname\n\"" + endless + "\",b\n"));
  }

  private static String person(int person, int copy) {
    return "p"
        + person
        + "-"
        + copy
        + ",given"
        + person % 97
        + ",family"
        + person % 211
        + ",19"
        + (10 + person % 89)
        + "-0"
        + (1 + person % 9)
        + "-"
        + (10 + person % 18)
        + ",town"
        + person % 31
        + "\n";
  }

  @Test
  void explain_partsAddUpToTheWeightOfThePair() throws IOException {
    Path charts = folder.resolve("charts");
    Path pairs = folder.resolve("pairs.csv");
    assertThat(
            run(
                "persons",
                labelled("dataset1.csv").toString(),
                "--explain",
                "rec-122-org",
                "rec-122-dup-0",
                "--charts",
                charts.toString(),
                "--pairs",
                pairs.toString()))
        .as(said)
        .isZero();
    double sum = 0;
    double total = Double.NaN;
    Matcher matcher = Pattern.compile("(?m)^ *([+-][0-9.]+)  (.*)$").matcher(said);
    while (matcher.find()) {
      double bits = Double.parseDouble(matcher.group(1));
      if (matcher.group(2).startsWith("all together")) {
        total = bits;
      } else {
        sum += bits;
      }
    }
    assertThat(total).isCloseTo(sum, within(0.06));
    String line =
        Files.readAllLines(pairs).stream()
            .filter(each -> each.contains(",rec-122-org,") && each.contains(",rec-122-dup-0,"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(line.split(",")[4])).isCloseTo(total, within(0.01));
    assertThat(charts.resolve("waterfall.svg")).exists();
  }

  private String cluster(Path out, String record) throws IOException {
    return Files.readAllLines(out).stream()
        .filter(line -> line.contains("," + record + ","))
        .map(line -> line.substring(line.lastIndexOf(',')))
        .findFirst()
        .orElseThrow();
  }

  // FEBRL's ids say who is who; the label is put into a column of its own.
  private Path labelled(String name) throws IOException {
    Path copy = folder.resolve("labelled-" + name);
    Pattern id = Pattern.compile("rec-([0-9]+)-.*");
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(Fixtures.table(name))) {
      if (!line.isBlank()) {
        Matcher matcher = id.matcher(line);
        text.append(line)
            .append(matcher.matches() ? "," + matcher.group(1) : ",entity")
            .append('\n');
      }
    }
    Files.writeString(copy, text);
    return copy;
  }

  private double f1(String what) {
    Matcher matcher = Pattern.compile(Pattern.quote(what) + " .*F1 ([0-9.]+)").matcher(said);
    assertThat(matcher.find()).as(said).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  private void refused(String message, String... arguments) {
    assertThat(run(arguments)).as(said).isEqualTo(2);
    assertThat(said).contains(message);
  }

  private int run(String... arguments) {
    StringWriter text = new StringWriter();
    CommandLine line = LinkCommand.commandLine();
    line.setErr(new PrintWriter(text));
    line.setOut(new PrintWriter(text));
    int code = line.execute(arguments);
    said = text.toString();
    return code;
  }
}
