package dev.cordon.linkage.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/*
 * Training alternates, over counts that are made once:
 *
 *   1. every session's EM finds m for its comparisons, u fixed;
 *   2. m is the mean over the sessions that saw the comparison and are not diluted;
 *   3. the share of matches s among all pairs is found by EM over the candidate pairs' bits, the
 *      pairs that were not candidates counting as strangers;
 *   4. random pairs are not all strangers: each level's u is freed of the share s that are matches.
 *
 * Step 2: pairs that share a postcode, say, are often relatives. A session full of them takes them
 * for matches, and then a person's own given name looks as if it changed from record to record.
 * Such pairs can only make matches look more like strangers. So the sessions are measured by how far
 * their matches differ from strangers in the comparison (S. Kullback, R. A. Leibler, Ann. Math.
 * Statistics 22 (1951) 79-86), and those far below the best are left out.
 *
 * Step 4 matters where a person has many records: among 50,000 records of which one in five
 * thousand pairs is a match, most pairs that share a postcode are one person, and the plain u would
 * take the postcode for common.
 */
/** Finds m, u and the share of matches from counts. Not thread-safe. */
public final class Belief {

  private static final int ALTERNATIONS = 4;
  private static final int ROUNDS = 200;
  private static final double TOLERANCE = 1e-6;
  private static final double LEAST_M = 1e-4;
  // Of sessions that differ by less than a quarter none is better: their mean errs least.
  private static final double UNDILUTED = 0.75;
  private static final double LEAST_SHARE_OF_U = 0.02;

  private final int[] sizes;
  private final long[][] random;
  private final List<Trial> trials = new ArrayList<>();
  private final double[][] m;
  private double[][] u;
  private double matches = 1e-6;

  /**
   * A session's counts and the comparisons it may speak about.
   *
   * @param counts the counts
   * @param active for each comparison, whether the session may speak about it
   */
  public record Trial(LevelCounts counts, boolean[] active) {}

  /** With the levels of random pairs and the first levels' order as the only prior knowledge. */
  public Belief(int[] sizes, LevelCounts random) {
    this.sizes = sizes.clone();
    this.random = new long[sizes.length][];
    this.m = new double[sizes.length][];
    for (int comparison = 0; comparison < sizes.length; comparison++) {
      this.random[comparison] = random.levels(comparison, sizes[comparison]);
      m[comparison] = start(sizes[comparison]);
    }
    this.u = strangers(0);
  }

  /** Adds a session. */
  public void add(Trial trial) {
    trials.add(new Trial(trial.counts().only(trial.active()), trial.active()));
  }

  /** Whether any session speaks about a comparison. */
  public boolean isTrained(int comparison) {
    return trials.stream().anyMatch(trial -> trial.active()[comparison]);
  }

  /** Finds m with what is believed of u. */
  public void train() {
    List<Expectation.State> found =
        trials.stream()
            .map(trial ->
                new Expectation(trial.counts())
                    .run(new Expectation.State(0.5, starts(), u), false, ROUNDS, TOLERANCE))
            .toList();
    for (int comparison = 0; comparison < sizes.length; comparison++) {
      double[] told = new double[trials.size()];
      for (int trial = 0; trial < told.length; trial++) {
        boolean speaks = trials.get(trial).active()[comparison];
        told[trial] = speaks ? told(found.get(trial), comparison) : -1;
      }
      mean(comparison, found, told);
    }
  }

  // Kullback and Leibler's divergence of matches from strangers.
  private double told(Expectation.State found, int comparison) {
    double sum = 0;
    for (int level = 1; level < sizes[comparison]; level++) {
      double share = found.m()[comparison][level];
      sum += share > 0 ? share * Math.log(share / u[comparison][level]) : 0;
    }
    return sum;
  }

  /**
   * Finds the share of matches among {@code all} pairs from the candidates, and frees u of it;
   * {@code weigher} says what vectors weigh under what is believed.
   */
  public void settle(LevelCounts candidates, double all, Weigher weigher) {
    for (int round = 0; round < ALTERNATIONS; round++) {
      ToDoubleFunction<int[]> weights = weigher.with(m, u);
      double[] bits = new double[candidates.counts().length];
      for (int index = 0; index < bits.length; index++) {
        bits[index] = candidates.bits()[index] + weights.applyAsDouble(candidates.vectors()[index]);
      }
      matches = share(candidates, bits, all);
      u = strangers(matches);
      train();
    }
  }

  /** Says what vectors weigh. */
  @FunctionalInterface
  public interface Weigher {
    /** The weight of a vector in bits under these beliefs, rarity left out. */
    ToDoubleFunction<int[]> with(double[][] m, double[][] u);
  }

  /** The share of matches among all pairs. */
  public double matches() {
    return matches;
  }

  /** For each comparison and level the probability among matches. */
  public double[][] m() {
    return m;
  }

  /** For each comparison and level the probability among strangers. */
  public double[][] u() {
    return u;
  }

  private static double share(LevelCounts candidates, double[] bits, double all) {
    double share = candidates.total() / all / 4;
    for (int round = 0; round < ROUNDS; round++) {
      double odds = Math.log(share / (1 - share)) / Math.log(2);
      double sum = 0;
      for (int index = 0; index < bits.length; index++) {
        sum += candidates.counts()[index] / (1 + Math.pow(2, -(bits[index] + odds)));
      }
      double next = Math.min(0.9, Math.max(sum / all, 0.5 / all));
      boolean settled = Math.abs(next - share) < share * TOLERANCE;
      share = next;
      if (settled) {
        break;
      }
    }
    return share;
  }

  private double[][] strangers(double share) {
    double[][] result = new double[sizes.length][];
    for (int comparison = 0; comparison < sizes.length; comparison++) {
      double present = 0;
      for (int level = 1; level < sizes[comparison]; level++) {
        present += random[comparison][level];
      }
      result[comparison] = new double[sizes[comparison]];
      double sum = 0;
      for (int level = 1; level < sizes[comparison]; level++) {
        double seen = (random[comparison][level] + 0.5) / (present + 0.5 * sizes[comparison]);
        double freed = (seen - share * m[comparison][level]) / (1 - share);
        result[comparison][level] = Math.max(freed, seen * LEAST_SHARE_OF_U);
        sum += result[comparison][level];
      }
      for (int level = 1; level < sizes[comparison]; level++) {
        result[comparison][level] /= sum;
      }
    }
    return result;
  }

  private void mean(int comparison, List<Expectation.State> found, double[] told) {
    double most = Arrays.stream(told).max().orElse(-1);
    if (most < 0) {
      return;
    }
    double[] sums = new double[sizes[comparison]];
    int speakers = 0;
    for (int trial = 0; trial < told.length; trial++) {
      if (told[trial] >= 0 && told[trial] >= most * UNDILUTED) {
        speakers++;
        for (int level = 1; level < sums.length; level++) {
          sums[level] += found.get(trial).m()[comparison][level];
        }
      }
    }
    double total = 0;
    for (int level = 1; level < sums.length; level++) {
      m[comparison][level] = Math.max(LEAST_M, sums[level] / speakers);
      total += m[comparison][level];
    }
    for (int level = 1; level < sums.length; level++) {
      m[comparison][level] /= total;
    }
  }

  private double[][] starts() {
    double[][] starts = new double[sizes.length][];
    for (int comparison = 0; comparison < sizes.length; comparison++) {
      starts[comparison] = start(sizes[comparison]);
    }
    return starts;
  }

  // Matches mostly agree: the first level is most likely, each next half as likely.
  private static double[] start(int size) {
    double[] start = new double[size];
    double sum = 0;
    for (int level = 1; level < size; level++) {
      start[level] = Math.pow(0.5, level);
      sum += start[level];
    }
    for (int level = 1; level < size; level++) {
      start[level] /= sum;
    }
    return start;
  }
}
