package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.List;

/**
 * What training found, enough to score without the training data's presence.
 *
 * @param matches the share of all pairs that are matches, above 0 and below 1
 * @param comparisons one entry for each comparison of the model, in its order
 * @param dependences comparisons that agree together among strangers
 * @param variants the learned variants
 * @param records how many records it was trained on
 */
public record Parameters(
    double matches,
    List<Estimate> comparisons,
    List<Dependence> dependences,
    List<Variants> variants,
    long records) {

  /** Copies the lists and checks the share. */
  public Parameters {
    comparisons = List.copyOf(comparisons);
    dependences = List.copyOf(dependences);
    variants = List.copyOf(variants);
    if (!(matches > 0 && matches < 1)) {
      throw new LinkageException("the share of matches lies between 0 and 1, not " + matches);
    }
  }

  /**
   * How often each level occurs among matches and among strangers; index 0 (missing) is unused.
   *
   * @param comparison the comparison's name
   * @param m for each level number, its probability among matches
   * @param u for each level number, its probability among strangers
   */
  public record Estimate(String comparison, List<Double> m, List<Double> u) {

    /** Checks that every number is a probability. */
    public Estimate {
      m = List.copyOf(m);
      u = List.copyOf(u);
      check(comparison, m);
      check(comparison, u);
      if (m.size() != u.size()) {
        throw new LinkageException(
            "comparison " + comparison + " has " + m.size() + " m and " + u.size() + " u");
      }
    }

    /** The weight of a level, in bits. */
    public double weight(int level) {
      return level == 0 ? 0 : Math.log(m.get(level) / u.get(level)) / Math.log(2);
    }

    private static void check(String comparison, List<Double> values) {
      for (int level = 1; level < values.size(); level++) {
        double value = values.get(level);
        if (!(value > 0 && value <= 1)) {
          throw new LinkageException(
              "comparison "
                  + comparison
                  + ", level "
                  + level
                  + ": a probability lies above 0 and"
                  + " at most at 1, not "
                  + value);
        }
      }
    }
  }

  /**
   * Two comparisons that agree together among strangers.
   *
   * @param bits what is taken back from the weight of a pair that agrees in both, 0 to 60
   */
  public record Dependence(String first, String second, double bits) {
    /** Checks that a dependence never adds weight. */
    public Dependence {
      if (!(bits >= 0 && bits <= 60)) {
        throw new LinkageException(
            "the dependence of " + first + " and " + second + " is of 0 to 60 bits, not " + bits);
      }
    }
  }

  /** Pairs of values of a field, each in alphabetical order, sorted. */
  public record Variants(String field, List<Pair> pairs) {
    /** Copies the list. */
    public Variants {
      pairs = List.copyOf(pairs);
    }
  }

  /** Two values, the smaller first. */
  public record Pair(String first, String second) {}
}
