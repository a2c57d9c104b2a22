package dev.cordon.linkage.estimate;

import dev.cordon.linkage.LinkageException;
import java.util.Arrays;

/*
 * Fellegi-Sunter by expectation-maximisation on counted vectors.
 *
 *   expectation   p = s Πm / (s Πm + (1 - s) Πu), missing levels left out of both products
 *   maximisation  s = Σ n p / Σ n;  m = Σ n p [level] / Σ n p [not missing];  u likewise with 1 - p
 *
 * Cost: vectors x comparisons for each round, however many pairs were counted.
 *
 * 1. I. P. Fellegi, A. B. Sunter, JASA 64 (1969) 1183-1210.
 * 2. A. P. Dempster, N. M. Laird, D. B. Rubin, JRSS B 39 (1977) 1-38.
 * 3. W. E. Winkler, "Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of
 *    Record Linkage" (1988).
 */
/** One estimation over fixed counts. Thread-safe; states are never changed. */
public final class Expectation {

  private final LevelCounts counts;

  /** Over these counts. */
  public Expectation(LevelCounts counts) {
    if (counts.total() == 0) {
      throw new LinkageException("there are no pairs to estimate from");
    }
    this.counts = counts;
  }

  /**
   * What is believed in one round.
   *
   * @param matches the share of matches among the counted pairs
   * @param m for each comparison and level, index 0 unused
   * @param u likewise among strangers
   */
  public record State(double matches, double[][] m, double[][] u) {

    /** The base-2 logarithm of a vector's m over u. */
    public double bits(int[] vector) {
      double bits = 0;
      for (int comparison = 0; comparison < vector.length; comparison++) {
        int level = vector[comparison];
        if (level > 0) {
          bits += Math.log(m[comparison][level] / u[comparison][level]);
        }
      }
      return bits / Math.log(2);
    }
  }

  /** One round; u stays as it is unless {@code estimateU}. */
  public State step(State state, boolean estimateU) {
    double[][] m = zeros(state.m());
    double[][] u = zeros(state.u());
    double matches = 0;
    double total = 0;
    for (int index = 0; index < counts.counts().length; index++) {
      double count = counts.counts()[index];
      int[] vector = counts.vectors()[index];
      double match = posterior(state, vector);
      matches += count * match;
      total += count;
      for (int comparison = 0; comparison < vector.length; comparison++) {
        m[comparison][vector[comparison]] += count * match;
        u[comparison][vector[comparison]] += count * (1 - match);
      }
    }
    return new State(
        matches / total, shares(m, state.m()), estimateU ? shares(u, state.u()) : state.u());
  }

  /** Rounds until nothing moves by more than {@code tolerance}, at most {@code most}. */
  public State run(State start, boolean estimateU, int most, double tolerance) {
    State state = start;
    for (int round = 0; round < most; round++) {
      State next = step(state, estimateU);
      double change = change(state, next);
      state = next;
      if (change < tolerance) {
        break;
      }
    }
    return state;
  }

  /** The probability that a pair with these levels is a match. */
  public static double posterior(State state, int[] vector) {
    double match = state.matches();
    double stranger = 1 - match;
    for (int comparison = 0; comparison < vector.length; comparison++) {
      int level = vector[comparison];
      if (level > 0) {
        match *= state.m()[comparison][level];
        stranger *= state.u()[comparison][level];
      }
    }
    return match + stranger == 0 ? 0 : match / (match + stranger);
  }

  private static double change(State before, State after) {
    double change = Math.abs(before.matches() - after.matches());
    for (int comparison = 0; comparison < before.m().length; comparison++) {
      for (int level = 1; level < before.m()[comparison].length; level++) {
        change =
            Math.max(
                change, Math.abs(before.m()[comparison][level] - after.m()[comparison][level]));
        change =
            Math.max(
                change, Math.abs(before.u()[comparison][level] - after.u()[comparison][level]));
      }
    }
    return change;
  }

  private static double[][] zeros(double[][] shape) {
    return Arrays.stream(shape).map(row -> new double[row.length]).toArray(double[][]::new);
  }

  // A comparison nobody has values for keeps what was believed of it.
  private static double[][] shares(double[][] sums, double[][] before) {
    double[][] result = new double[sums.length][];
    for (int comparison = 0; comparison < sums.length; comparison++) {
      double present = 0;
      for (int level = 1; level < sums[comparison].length; level++) {
        present += sums[comparison][level];
      }
      result[comparison] = before[comparison].clone();
      for (int level = 1; level < sums[comparison].length && present > 0; level++) {
        result[comparison][level] = sums[comparison][level] / present;
      }
    }
    return result;
  }
}
