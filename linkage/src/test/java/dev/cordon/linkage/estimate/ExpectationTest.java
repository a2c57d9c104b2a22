package dev.cordon.linkage.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.cordon.linkage.Fixtures;
import dev.cordon.linkage.LinkageException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectationTest {

  /** 4,000 vectors drawn from known m, u and share of matches (see er/SOURCES.md). */
  @Test
  void run_vectorsOfKnownParameters_findsThem() throws IOException {
    LevelCounts.Builder builder = new LevelCounts.Builder();
    Map<String, Double> known = new HashMap<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(Fixtures.table("known_params_comparison_vectors.csv"))) {
      boolean header = true;
      for (CsvRecord row : reader) {
        if (!header) {
          int[] vector = {level(row, 0), level(row, 1), level(row, 2)};
          builder.add(vector, 1, 0);
          known.put(vector[0] + "" + vector[1] + vector[2], Double.valueOf(row.getField(7)));
        }
        header = false;
      }
    }
    Expectation.State start =
        new Expectation.State(
            0.0001,
            new double[][] {{0, 0.95, 0.05}, {0, 0.95, 0.05}, {0, 0.95, 0.05}},
            new double[][] {{0, 0.05, 0.95}, {0, 0.05, 0.95}, {0, 0.05, 0.95}});
    Expectation.State found = new Expectation(builder.build()).run(start, true, 500, 1e-9);
    assertThat(found.matches()).isEqualTo(0.5, within(0.01));
    assertThat(found.m()[1][1]).isEqualTo(0.9, within(0.01));
    assertThat(found.u()[1][1]).isEqualTo(0.025, within(0.005));
    assertThat(found.m()[2][1]).isEqualTo(0.95, within(0.01));
    assertThat(found.u()[2][1]).isEqualTo(0.2, within(0.01));
    known.forEach((vector, probability) ->
        assertThat(Expectation.posterior(found, vector(vector)))
            .as(vector)
            .isEqualTo(probability, within(0.02)));
  }

  @Test
  void step_byHand() {
    LevelCounts counts =
        new LevelCounts.Builder()
            .add(new int[] {1, 1}, 3, 0)
            .add(new int[] {2, 2}, 5, 0)
            .add(new int[] {1, 0}, 2, 0)
            .build();
    Expectation.State start =
        new Expectation.State(
            0.5,
            new double[][] {{0, 0.8, 0.2}, {0, 0.6, 0.4}},
            new double[][] {{0, 0.2, 0.8}, {0, 0.1, 0.9}});
    Expectation.State next = new Expectation(counts).step(start, true);
    double both = 0.48 / (0.48 + 0.02);
    double none = 0.08 / (0.08 + 0.72);
    double half = 0.8;
    double matches = 3 * both + 5 * none + 2 * half;
    assertThat(next.matches()).isEqualTo(matches / 10, within(1e-12));
    assertThat(next.m()[0][1]).isEqualTo((3 * both + 2 * half) / matches, within(1e-12));
    assertThat(next.m()[1][1]).isEqualTo(3 * both / (3 * both + 5 * none), within(1e-12));
    assertThat(next.u()[1][2])
        .isEqualTo(5 * (1 - none) / (3 * (1 - both) + 5 * (1 - none)), within(1e-12));
  }

  @Test
  void run_withoutPairs_isRefused() {
    assertThatThrownBy(() -> new Expectation(new LevelCounts.Builder().build()))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("no pairs");
  }

  @Test
  void takenBack_agreeingInAll_countsTheTreeOnly() {
    var edges =
        java.util.List.of(
            new Dependences.Edge(0, 1, 4),
            new Dependences.Edge(1, 2, 3),
            new Dependences.Edge(0, 2, 2));
    assertThat(Dependences.takenBack(edges, new double[] {9, 9, 9})).isEqualTo(7);
    assertThat(Dependences.takenBack(edges, new double[] {9, 0, 9})).isEqualTo(2);
    assertThat(Dependences.takenBack(edges, new double[] {0, 0, 9})).isZero();
  }

  @Test
  void takenBack_levelThatTellsLittle_losesNoMoreThanItTells() {
    var edges = java.util.List.of(new Dependences.Edge(0, 1, 4), new Dependences.Edge(1, 2, 3));
    assertThat(Dependences.takenBack(edges, new double[] {1.5, 9, 9})).isEqualTo(4.5);
    assertThat(Dependences.takenBack(edges, new double[] {9, 2, 9})).isEqualTo(4);
  }

  private static int level(CsvRecord row, int column) {
    return row.getField(column).equals("1") ? 1 : 2;
  }

  private static int[] vector(String text) {
    return text.chars().map(digit -> digit - '0').toArray();
  }
}
