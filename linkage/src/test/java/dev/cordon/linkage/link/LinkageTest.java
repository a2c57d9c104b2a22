package dev.cordon.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.linkage.DuckDbEngine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Measure;
import dev.cordon.linkage.model.ModelReader;
import dev.cordon.linkage.model.ModelWriter;
import dev.cordon.linkage.plan.DuckDb;
import dev.cordon.linkage.plan.Selection;
import dev.cordon.linkage.plan.TextFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkageTest {

  private static final LinkageModel MODEL =
      ModelReader.read(
          "small",
          """
          model: small
          fields:
            - {name: given, columns: [given]}
            - {name: family, columns: [family]}
            - {name: born, columns: [born], clean: date}
          comparisons:
            - name: given
              of: [given]
              levels:
                - {when: same(given), frequency: given}
                - {when: "jaro_winkler(given) >= 0.85"}
            - name: family
              of: [family]
              levels:
                - {when: same(family), frequency: family}
                - {when: "jaro_winkler(family) >= 0.85"}
            - name: born
              of: [born]
              levels:
                - {when: same(born), frequency: born}
                - {when: "swaps(born) <= 1"}
          blocking:
            - [given, family]
            - [born, family]
            - [born, given]
          training:
            - {block: [given, family]}
            - {block: [born]}
          limits: {largest_block: 50, random_pairs: 50000}
          """);

  @Test
  void measures_multiScriptNames_areTheJavaFunctions() {
    List<String> names =
        List.of("müller", "muller", "Дмитрий", "Дмитрiй", "łukasz", "王小明", "王晓明", "a", "𐐷x");
    for (Measure measure : TextFunctions.measures()) {
      try (DuckDbEngine engine = DuckDbEngine.inMemory(256, 2)) {
        engine.define(TextFunctions.name(measure), TextFunctions.of(measure));
        engine.create(
            "n",
            List.of("a VARCHAR", "b VARCHAR", "plain BOOLEAN"),
            writer ->
                names.forEach(a -> names.forEach(b -> writer.row(a, b, isAscii(a) && isAscii(b)))));
        String sql = new DuckDb().measure(measure, "a", "b", "plain");
        engine.read(
            "SELECT a, b, " + sql + " FROM n",
            row ->
                assertThat(row.getDouble(3))
                    .as("%s of %s and %s", measure, row.getString(1), row.getString(2))
                    .isEqualTo(
                        TextFunctions.of(measure).applyAsDouble(row.getString(1), row.getString(2)),
                        within(1e-9)));
      }
    }
  }

  @Test
  void builtIns_ascii_equalTheJavaFunctions() {
    Random random = new Random(7);
    try (DuckDbEngine engine = DuckDbEngine.inMemory(256, 2)) {
      engine.create(
          "n",
          List.of("a VARCHAR", "b VARCHAR"),
          writer -> {
            for (int row = 0; row < 20_000; row++) {
              String text = word(random);
              writer.row(text, random.nextBoolean() ? word(random) : changed(text, random));
            }
          });
      for (Measure measure : List.of(Measure.JARO_WINKLER, Measure.EDITS)) {
        engine.read(
            "SELECT a, b, " + new DuckDb().measure(measure, "a", "b", "true") + " FROM n",
            row ->
                assertThat(row.getDouble(3))
                    .as("%s of %s and %s", measure, row.getString(1), row.getString(2))
                    .isEqualTo(
                        TextFunctions.of(measure).applyAsDouble(row.getString(1), row.getString(2)),
                        within(1e-9)));
      }
    }
  }

  @Test
  void run_twice_givesTheSameBytes() {
    List<String[]> rows = people(300, 1);
    assertThat(describe(rows)).isEqualTo(describe(rows));
  }

  @Test
  void run_trainedModelReadBack_givesTheSamePairs() {
    List<String[]> rows = people(300, 2);
    try (DuckDbEngine engine = DuckDbEngine.inMemory(512, 2)) {
      Linkage.Compared first = run(engine, MODEL, rows);
      String pairs = describe(first);
      LinkageModel again = ModelReader.read("again", ModelWriter.write(first.model()));
      try (DuckDbEngine other = DuckDbEngine.inMemory(512, 2)) {
        assertThat(describe(run(other, again, rows))).isEqualTo(pairs);
      }
    }
  }

  @Test
  void run_valueSharedByHalfTheRows_isRefusedAndCounted() {
    List<String[]> rows = people(400, 3);
    rows.stream()
        .limit(600)
        .forEach(row -> {
          row[0] = "maria";
          row[1] = "silva";
        });
    try (DuckDbEngine engine = DuckDbEngine.inMemory(512, 2)) {
      Blocks.Rule rule = run(engine, MODEL, rows).blocks().rules().getFirst();
      assertThat(rule.refusedBlocks()).isEqualTo(1);
      assertThat(rule.refusedRecords()).isEqualTo(600);
      assertThat(rule.refusedPairs()).isEqualTo(600L * 599 / 2);
    }
  }

  @Test
  void run_tooManyPairs_lowersTheCostliestRule() {
    LinkageModel tight =
        ModelReader.read(
            "tight", ModelWriter.write(MODEL).replace("pairs: 200000000", "pairs: 1500"));
    List<String[]> rows = people(400, 4);
    rows.stream().limit(40).forEach(row -> row[0] = row[1] = "same");
    rows.stream().limit(40).forEach(row -> row[2] = "19700101");
    try (DuckDbEngine engine = DuckDbEngine.inMemory(512, 2)) {
      Blocks blocks = run(engine, tight, rows).blocks();
      assertThat(blocks.pairs()).isLessThanOrEqualTo(1500);
      assertThat(blocks.rules()).anyMatch(Blocks.Rule::lowered);
    }
  }

  @Test
  void run_duplicatedRows_areOneCluster() {
    List<String[]> rows = new ArrayList<>(people(100, 5));
    for (int copy = 0; copy < 5; copy++) {
      rows.add(rows.get(0).clone());
    }
    try (DuckDbEngine engine = DuckDbEngine.inMemory(512, 2)) {
      var pairs = run(engine, MODEL, rows).pairs();
      int strong = 0;
      for (int pair = 0; pair < pairs.size(); pair++) {
        strong += pairs.a(pair) >= 200 && pairs.weight(pair) > 0 ? 1 : 0;
      }
      assertThat(strong).isEqualTo(10);
    }
  }

  @Test
  void run_nothingShared_saysSo() {
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < 50; row++) {
      rows.add(new String[] {"g" + row, "f" + row, "19" + (1000 + row) + "01"});
    }
    try (DuckDbEngine engine = DuckDbEngine.inMemory(256, 2)) {
      assertThatThrownBy(() -> run(engine, MODEL, rows))
          .isInstanceOf(LinkageException.class)
          .hasMessageContaining("nothing can be compared");
    }
  }

  @Test
  void run_oneRecord_isRefused() {
    try (DuckDbEngine engine = DuckDbEngine.inMemory(256, 2)) {
      assertThatThrownBy(() -> run(engine, MODEL, people(1, 1).subList(0, 1)))
          .isInstanceOf(LinkageException.class)
          .hasMessageContaining("no two records");
    }
  }

  private static Linkage.Compared run(
      DuckDbEngine engine, LinkageModel model, List<String[]> rows) {
    Records records = new Records(model);
    records.fill(
        engine,
        List.of("given", "family", "born"),
        sink -> rows.forEach(row -> sink.row(0, "r", row)));
    Stages stages = new Stages(stage -> {});
    return new Linkage(engine, new DuckDb(), model, records, Selection.all(), stages).run();
  }

  private static String describe(List<String[]> rows) {
    try (DuckDbEngine engine = DuckDbEngine.inMemory(512, 2)) {
      return describe(run(engine, MODEL, rows));
    }
  }

  private static String describe(Linkage.Compared compared) {
    StringBuilder text = new StringBuilder(ModelWriter.write(compared.model()));
    for (int pair : compared.pairs().sorted()) {
      text.append(compared.pairs().a(pair)).append(' ').append(compared.pairs().b(pair));
      text.append(' ').append(compared.pairs().weight(pair)).append('\n');
    }
    return text.toString();
  }

  /** Two records of each person, the second now and then with a slip. */
  private static List<String[]> people(int persons, long seed) {
    Random random = new Random(seed);
    List<String[]> rows = new ArrayList<>();
    for (int person = 0; person < persons; person++) {
      String born =
          "" + (1940 + random.nextInt(60)) + (10 + random.nextInt(3)) + (10 + random.nextInt(18));
      String[] row = {word(random), word(random), born};
      rows.add(row);
      String[] second = row.clone();
      int slip = random.nextInt(6);
      if (slip < 2) {
        second[slip] = changed(second[slip], random);
      }
      rows.add(second);
    }
    return rows;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int length = 3 + random.nextInt(6);
    for (int index = 0; index < length; index++) {
      word.append((char) ('a' + random.nextInt(8)));
    }
    return word.toString();
  }

  private static String changed(String text, Random random) {
    int place = random.nextInt(text.length());
    return text.substring(0, place) + "x" + text.substring(place + 1);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character < 128);
  }
}
