package dev.cordon.linkage.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * Levels are not independent among strangers: people of one language share given names, family names
 * and towns together, so that strangers who agree in one agree more easily in the next. Adding up the
 * weights as if they were independent makes strangers of one community look like one person, and the
 * more so the more communities a table holds.
 *
 * The dependence of two comparisons is measured among strangers that share a value of the first: how
 * many times as often as any strangers do they agree in the second? For each pair of records, the strongest
 * tree of dependences among the comparisons that agree (C. K. Chow, C. N. Liu, IEEE Trans. Information
 * Theory 14 (1968) 462-467) then corrects the sum: each of its edges takes back its bits, so that what n
 * comparisons have in common is counted once and not n times. Dependences never add weight.
 */
/** Finds dependences. Not thread-safe. */
public final class Dependences {

  private static final int ROUNDS = 40;
  private static final double TOLERANCE = 1e-5;
  private static final double LEAST_BITS = 0.3;
  private static final double LEAST_STRANGERS = 1000;

  private final double[][] m;
  private final double[][] u;
  private final double[][] bits;

  /** With what is believed of matches and strangers. */
  public Dependences(double[][] m, double[][] u) {
    this.m = m;
    this.u = u;
    this.bits = new double[m.length][m.length];
  }

  /**
   * A dependence.
   *
   * @param first a comparison
   * @param second another
   * @param bits what is taken back when both agree
   */
  public record Edge(int first, int second, double bits) {}

  /** Whether a level speaks for a match. */
  public static boolean agrees(double[] m, double[] u, int level) {
    return level > 0 && m[level] > u[level];
  }

  /** Learns from pairs that share a value of {@code comparison}. */
  public void learn(int comparison, LevelCounts counts) {
    if (counts.total() == 0) {
      return;
    }
    boolean[] others = new boolean[m.length];
    Arrays.fill(others, true);
    others[comparison] = false;
    LevelCounts seen = counts.only(others);
    double[][] strangers = strangers(seen);
    for (int other = 0; other < m.length; other++) {
      if (other != comparison && strangers[other][1] >= LEAST_STRANGERS) {
        double ratio = strangers[other][0] / strangers[other][1] / agreeing(other);
        double found = Math.max(0, Math.log(ratio) / Math.log(2));
        double before = bits[other][comparison];
        double both = before > 0 ? (found + before) / 2 : found;
        bits[comparison][other] = both;
        bits[other][comparison] = both;
      }
    }
  }

  /** All dependences worth a mention, strongest first. */
  public List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    for (int first = 0; first < bits.length; first++) {
      for (int second = first + 1; second < bits.length; second++) {
        if (bits[first][second] >= LEAST_BITS) {
          edges.add(new Edge(first, second, bits[first][second]));
        }
      }
    }
    edges.sort((one, two) -> Double.compare(two.bits(), one.bits()));
    return edges;
  }

  /**
   * What is taken back from a pair: the bits of the strongest tree among the comparisons that
   * agree. No two comparisons have more in common than either tells, so an edge counts at most the
   * smaller of what its two levels tell.
   *
   * @param edges the dependences
   * @param tells for each comparison the bits by which the pair's level is rarer than certain among
   *     strangers, 0 where it does not agree
   */
  public static double takenBack(List<Edge> edges, double[] tells) {
    List<Edge> found = new ArrayList<>();
    for (Edge edge : edges) {
      double bits = Math.min(edge.bits(), Math.min(tells[edge.first()], tells[edge.second()]));
      if (bits > 0) {
        found.add(new Edge(edge.first(), edge.second(), bits));
      }
    }
    found.sort((one, two) -> Double.compare(two.bits(), one.bits()));
    int[] tree = new int[tells.length];
    Arrays.setAll(tree, index -> index);
    double sum = 0;
    for (Edge edge : found) {
      int from = tree[edge.first()];
      int to = tree[edge.second()];
      if (from != to) {
        sum += edge.bits();
        Arrays.setAll(tree, index -> tree[index] == from ? to : tree[index]);
      }
    }
    return sum;
  }

  // For each comparison the strangers that agree and those that have both values.
  private double[][] strangers(LevelCounts counts) {
    double[][] free = Arrays.stream(u).map(double[]::clone).toArray(double[][]::new);
    double matches = 0.1;
    double[][] result = new double[m.length][2];
    for (int round = 0; round < ROUNDS; round++) {
      Expectation.State state = new Expectation.State(matches, m, free);
      Expectation.State next = new Expectation(counts).step(state, true);
      double change = Math.abs(next.matches() - matches);
      matches = Math.min(0.999, next.matches());
      free = floored(next.u());
      if (change < TOLERANCE) {
        break;
      }
    }
    Expectation.State last = new Expectation.State(matches, m, free);
    for (int index = 0; index < counts.counts().length; index++) {
      int[] vector = counts.vectors()[index];
      double stranger = counts.counts()[index] * (1 - Expectation.posterior(last, vector));
      for (int other = 0; other < vector.length; other++) {
        if (vector[other] > 0) {
          result[other][1] += stranger;
          result[other][0] += agrees(m[other], u[other], vector[other]) ? stranger : 0;
        }
      }
    }
    return result;
  }

  private static double[][] floored(double[][] shares) {
    double[][] result = new double[shares.length][];
    for (int index = 0; index < shares.length; index++) {
      result[index] = Arrays.stream(shares[index]).map(value -> Math.max(value, 1e-9)).toArray();
    }
    return result;
  }

  private double agreeing(int comparison) {
    double sum = 0;
    for (int level = 1; level < u[comparison].length; level++) {
      sum += agrees(m[comparison], u[comparison], level) ? u[comparison][level] : 0;
    }
    return Math.max(sum, 1e-9);
  }
}
