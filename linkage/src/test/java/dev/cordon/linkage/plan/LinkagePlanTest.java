package dev.cordon.linkage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.linkage.command.ReadyModels;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.ModelReader;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinkagePlanTest {

  private static final LinkageModel SMALL =
      ModelReader.read(
          "small",
          """
          model: small
          fields:
            - {name: given, columns: [first]}
            - {name: born, columns: [dob], clean: date}
          comparisons:
            - name: given
              of: [given]
              levels:
                - {when: same(given), frequency: given}
                - {when: "variant(given)"}
                - {when: "jaro_winkler(given) >= 0.9"}
                - {when: "swaps(given) <= 1"}
          blocking:
            - [born]
            - ["words(given)", "prefix(born, 4)"]
          variants:
            - {of: given, block: [born]}
          """);

  @Test
  void steps_haveTheSameNamesInBothDialects() {
    List<String> duckDb =
        all(ReadyModels.read("persons"), new DuckDb()).stream().map(Step::output).toList();
    List<String> spark =
        all(ReadyModels.read("persons"), new Spark()).stream().map(Step::output).toList();
    assertThat(spark).isEqualTo(duckDb).contains("described", "candidate", "compared");
  }

  @Test
  void spark_usesItsOwnWords() {
    String text = text(new Spark());
    assertThat(text)
        .contains("xxhash64(", "explode(split(", "array_contains(", "sort_array(collect_list(")
        .contains("cordon_jaro_winkler(l.f_given, r.f_given)")
        .contains("FROM (SELECT id AS k FROM range(500000)) n")
        .doesNotContain("jaro_winkler_similarity", "unnest(", "list_contains(", " hash(");
  }

  @Test
  void duckDb_usesBuiltInsForAsciiOnly() {
    String mixed = text(new DuckDb());
    assertThat(mixed)
        .contains("CASE WHEN (l.plain AND r.plain) THEN jaro_winkler_similarity(")
        .contains("ELSE cordon_jaro_winkler(")
        .contains("unnest(string_split(", "list_contains(", "hash(")
        .doesNotContain("xxhash64", "explode(", "damerau");
    LinkagePlan plain = new LinkagePlan(SMALL, new DuckDb(), true);
    assertThat(plain.compared("candidate", "compared").steps().getFirst().query())
        .contains("jaro_winkler_similarity(")
        .doesNotContain("cordon_jaro_winkler(");
  }

  @Test
  void candidates_laterRule_leavesOutPairsOfEarlierOnes() {
    String query =
        new LinkagePlan(ReadyModels.read("persons"), new DuckDb(), true)
            .candidates(Selection.all())
            .steps()
            .getFirst()
            .query();
    assertThat(query).contains("NOT coalesce(l.k1 = r.k1, false)").contains("GROUP BY a, b");
  }

  @Test
  void selection_isPartOfEveryJoin() {
    Selection selection = Selection.across().withNew(7).among("touched");
    String query =
        new LinkagePlan(SMALL, new DuckDb(), true).candidates(selection).steps().getFirst().query();
    assertThat(query)
        .contains("l.source <> r.source")
        .contains("r.id >= 7")
        .contains("l.id IN (SELECT id FROM touched)");
    assertThatThrownBy(() -> Selection.all().among("x; DROP TABLE y"))
        .isInstanceOf(LinkageException.class);
  }

  @Test
  void codeBook_packsAndUnpacks() {
    CodeBook book = new CodeBook(List.of(3, 7, 2, 9));
    int[] levels = {2, 6, 1, 8};
    assertThat(book.levels(book.code(levels))).containsExactly(levels);
    assertThatThrownBy(() -> new CodeBook(Collections.nCopies(20, 16)))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("too many levels");
  }

  private static List<Step> all(LinkageModel model, Dialect dialect) {
    LinkagePlan plan = new LinkagePlan(model, dialect, false);
    Plan whole =
        plan.described()
            .then(plan.blocks())
            .then(plan.keyed(Collections.nCopies(model.blocking().size(), 100)))
            .then(plan.candidates(Selection.all()))
            .then(plan.compared("candidate", "compared"))
            .then(plan.randomPairs(1000, 500_000, Selection.all()));
    return whole.steps();
  }

  private static String text(Dialect dialect) {
    return all(SMALL, dialect).stream().map(Step::query).collect(Collectors.joining("\n"));
  }
}
