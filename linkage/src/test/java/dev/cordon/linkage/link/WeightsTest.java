package dev.cordon.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.linkage.estimate.Dependences.Edge;
import dev.cordon.linkage.model.Agreement;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.Key;
import dev.cordon.linkage.model.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

  /** splink2_479_vs_481.csv: the published weight of one pair, frequency of "Jack" included. */
  @Test
  void bits_publishedPair_isReproduced() {
    List<Comparison> comparisons =
        List.of(
            comparison("name", "name"),
            comparison("dob", null),
            comparison("city", null),
            comparison("email", null));
    double[][] m = {{0, 0.7, 0.3}, {0, 0.9, 0.1}, {0, 0.9, 0.1}, {0, 0.9, 0.1}};
    double[][] u = {{0, 0.1, 0.9}, {0, 0.1, 0.9}, {0, 0.1, 0.9}, {0, 0.1, 0.9}};
    Weights weights = new Weights(comparisons, m, u, List.of(), 0.3);
    double frequency = 0.1 / 4.272592890212634;
    double rarity = -Math.log(frequency) / Math.log(2);
    double total = weights.prior() + weights.bits(new int[] {1, 1, 2, 2}) + rarity;
    assertThat(total).isEqualTo(0.5101493570766487, within(1e-9));
    assertThat(Weights.probability(total)).isEqualTo(0.5874923778509089, within(1e-9));
  }

  @Test
  void bits_missing_weighsNothing() {
    Weights weights =
        new Weights(
            List.of(comparison("dob", null)),
            new double[][] {{0, 0.9, 0.1}},
            new double[][] {{0, 0.1, 0.9}},
            List.of(),
            0.5);
    assertThat(weights.bits(new int[] {0})).isZero();
  }

  @Test
  void bits_dependence_isTakenBackWhenBothAgree() {
    Weights weights =
        new Weights(
            List.of(comparison("a", null), comparison("b", null)),
            new double[][] {{0, 0.8, 0.2}, {0, 0.8, 0.2}},
            new double[][] {{0, 0.1, 0.9}, {0, 0.1, 0.9}},
            List.of(new Edge(0, 1, 1.5)),
            0.5);
    assertThat(weights.bits(new int[] {1, 1})).isEqualTo(2 * 3 - 1.5, within(1e-9));
    assertThat(weights.takenBack(new int[] {1, 2})).isZero();
    assertThat(weights.takenBack(new int[] {1, 0})).isZero();
  }

  private static Comparison comparison(String name, String frequency) {
    return new Comparison(
        name,
        List.of(name),
        List.of(new Level("same", new Agreement.Same(new Key.Whole(name)), frequency)));
  }
}
