package dev.cordon.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine must do; an adapter's test extends it. */
abstract class EngineContract {

  private Engine engine;

  abstract Engine open();

  @BeforeEach
  void start() {
    engine = open();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void plan_empty_changesNothing() {
    engine.run(new Plan(List.of()));
    assertThat(engine.count("SELECT 1")).isEqualTo(1);
  }

  @Test
  void step_laterOne_seesEarlierOutput() {
    engine.run(
        Plan.of(new Step("one", "SELECT 1 AS n"), new Step("two", "SELECT n + 1 AS n FROM one")));
    assertThat(engine.count("SELECT n FROM two")).isEqualTo(2);
  }

  @Test
  void step_failing_isNamed() {
    assertThatThrownBy(() -> engine.run(Plan.of(new Step("broken", "SELECT * FROM nowhere"))))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("step broken");
  }

  @Test
  void step_ofSeveralParts_givesEveryRowOnce() {
    String query = "SELECT a FROM numbers WHERE a % {parts} = {part}";
    engine.create(
        "numbers",
        List.of("a INTEGER"),
        writer -> {
          for (int number = 0; number < 100; number++) {
            writer.row(number);
          }
        });
    engine.run(Plan.of(new Step("parted", query, 7)));
    assertThat(engine.count("SELECT count(*) FROM parted")).isEqualTo(100);
    assertThat(engine.count("SELECT count(DISTINCT a) FROM parted")).isEqualTo(100);
    engine.run(Plan.of(new Step("parted", query, 3)));
    assertThat(engine.count("SELECT count(*) FROM parted")).isEqualTo(100);
  }

  @Test
  void step_partsThatDoNotDiffer_areRefused() {
    assertThatThrownBy(() -> new Step("same", "SELECT 1 AS n", 2))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("step same has 2 parts");
  }

  @Test
  void create_rowWithTooFewValues_isRefused() {
    assertThatThrownBy(
            () -> engine.create("t", List.of("a INTEGER", "b VARCHAR"), writer -> writer.row(1)))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("has 2 values, not 1");
  }

  @Test
  void read_withValues_bindsThem() {
    engine.create(
        "t",
        List.of("a INTEGER", "b VARCHAR"),
        writer -> {
          writer.row(1, "O'Neil");
          writer.row(2, null);
        });
    List<Integer> found = new ArrayList<>();
    engine.read("SELECT a FROM t WHERE b = ?", row -> found.add(row.getInt(1)), "O'Neil");
    assertThat(found).containsExactly(1);
  }

  @Test
  void rareSelectors_valueAboveLimit_isNamedAndMakesNoPair() {
    observe("0 EMAIL x", "1 EMAIL x", "2 EMAIL y", "3 EMAIL y", "4 EMAIL y", "4 EMAIL y");
    RareSelectors.writeRules(engine, List.of(new SelectorRule("EMAIL", 2, Strength.STRONG)));
    engine.run(RareSelectors.plan(1));
    assertThat(rows("SELECT kind, value, holders FROM common_value")).containsExactly("EMAIL y 3");
    assertThat(rows("SELECT a, b, value FROM candidate")).containsExactly("0 1 x");
  }

  @Test
  void rareSelectors_kindWithoutRule_makesNoPair() {
    observe("0 SHOE_SIZE 42", "1 SHOE_SIZE 42");
    RareSelectors.writeRules(engine, List.of(new SelectorRule("EMAIL", 2, Strength.STRONG)));
    engine.run(RareSelectors.plan(1));
    assertThat(engine.count("SELECT count(*) FROM candidate")).isZero();
  }

  @Test
  void rareSelectors_rarerValue_weighsMore() {
    observe("0 CARD x", "1 CARD x", "2 CARD y", "3 CARD y", "4 CARD y");
    RareSelectors.writeRules(engine, List.of(new SelectorRule("CARD", 9, Strength.STRONG)));
    engine.run(RareSelectors.plan(1));
    assertThat(rows("SELECT DISTINCT value, weight FROM candidate ORDER BY value"))
        .containsExactly("x 1.3219", "y 0.737");
  }

  @Test
  void rareSelectors_inParts_findTheSame() {
    List<String> observations = new ArrayList<>();
    for (int holder = 0; holder < 200; holder++) {
      observations.add(holder + " EMAIL m" + holder % 150);
      observations.add(holder + " CARD c" + holder * 7 % 90);
      observations.add(holder + " DEVICE everybody");
    }
    observe(observations.toArray(String[]::new));
    RareSelectors.writeRules(
        engine,
        List.of(
            new SelectorRule("EMAIL", 5, Strength.STRONG),
            new SelectorRule("CARD", 5, Strength.STRONG),
            new SelectorRule("DEVICE", 5, Strength.STRONG)));
    engine.run(RareSelectors.plan(1));
    List<String> once = rows("SELECT * FROM candidate ORDER BY ALL");
    List<String> common = rows("SELECT * FROM common_value ORDER BY ALL");
    engine.run(RareSelectors.plan(6));
    assertThat(once).hasSizeGreaterThan(100);
    assertThat(rows("SELECT * FROM candidate ORDER BY ALL")).isEqualTo(once);
    assertThat(common).containsExactly("DEVICE everybody 200 5");
    assertThat(rows("SELECT * FROM common_value ORDER BY ALL")).isEqualTo(common);
  }

  private void observe(String... observations) {
    engine.create(
        "observation",
        List.of("holder INTEGER", "kind VARCHAR", "value VARCHAR"),
        writer -> {
          for (String observation : observations) {
            String[] parts = observation.split(" ");
            writer.row(Integer.valueOf(parts[0]), parts[1], parts[2]);
          }
        });
  }

  private List<String> rows(String query) {
    List<String> rows = new ArrayList<>();
    engine.read(
        query,
        row -> {
          List<String> values = new ArrayList<>();
          for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.add(row.getString(column));
          }
          rows.add(String.join(" ", values));
        });
    return rows;
  }
}
