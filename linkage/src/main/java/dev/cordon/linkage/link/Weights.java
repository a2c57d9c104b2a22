package dev.cordon.linkage.link;

import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Parameters;
import java.util.List;

/**
 * The weight of each level, in bits. A level by frequency has two parts: log2 m here, and the
 * rarity of the shared value (log2 of one over its frequency) from the records.
 */
public final class Weights {

  private final double[][] bits;
  private final double prior;

  /** The weights of a trained model. */
  public Weights(LinkageModel model, Parameters parameters) {
    List<Comparison> comparisons = model.comparisons();
    bits = new double[comparisons.size()][];
    for (int index = 0; index < bits.length; index++) {
      bits[index] =
          bits(
              comparisons.get(index),
              array(parameters.comparisons().get(index).m()),
              array(parameters.comparisons().get(index).u()));
    }
    prior = odds(parameters.matches());
  }

  /** The weight a level adds, without the rarity of a value. */
  public double bits(int comparison, int level) {
    return bits[comparison][level];
  }

  /** The weight of a vector, without the rarity of values and without the prior. */
  public double bits(int[] vector) {
    double sum = 0;
    for (int comparison = 0; comparison < vector.length; comparison++) {
      sum += bits[comparison][vector[comparison]];
    }
    return sum;
  }

  /** The weight of knowing nothing: log2 of the odds that two records are one person's. */
  public double prior() {
    return prior;
  }

  /** The base-2 logarithm of the odds of a probability. */
  public static double odds(double probability) {
    return Math.log(probability / (1 - probability)) / Math.log(2);
  }

  /** The probability of a total weight. */
  public static double probability(double weight) {
    return 1 / (1 + Math.pow(2, -weight));
  }

  static double[] bits(Comparison comparison, double[] m, double[] u) {
    double[] result = new double[comparison.size()];
    for (int level = 1; level < result.length; level++) {
      boolean byFrequency =
          level <= comparison.levels().size()
              && comparison.levels().get(level - 1).frequency() != null;
      result[level] = Math.log(byFrequency ? m[level] : m[level] / u[level]) / Math.log(2);
    }
    return result;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
