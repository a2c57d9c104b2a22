package dev.cordon.linkage.link;

import dev.cordon.linkage.estimate.Dependences;
import dev.cordon.linkage.estimate.Dependences.Edge;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Parameters;
import java.util.List;

/**
 * The weight of each level, in bits. A level by frequency has two parts: log2 m here, and the
 * rarity of the shared value (log2 of one over its frequency) from the records. Immutable.
 */
public final class Weights {

  private final double[][] bits;
  private final double[][] tells;
  private final List<Edge> edges;
  private final double prior;

  /** The weights of a trained model. */
  public static Weights of(LinkageModel model, Parameters parameters) {
    List<String> names = model.comparisons().stream().map(Comparison::name).toList();
    return new Weights(
        model.comparisons(),
        arrays(parameters.comparisons().stream().map(Parameters.Estimate::m).toList()),
        arrays(parameters.comparisons().stream().map(Parameters.Estimate::u).toList()),
        parameters.dependences().stream()
            .map(each ->
                new Edge(names.indexOf(each.first()), names.indexOf(each.second()), each.bits()))
            .toList(),
        parameters.matches());
  }

  /** With these probabilities; {@code matches} is the share of matches among all pairs. */
  Weights(
      List<Comparison> comparisons, double[][] m, double[][] u, List<Edge> edges, double matches) {
    this.bits = new double[comparisons.size()][];
    this.tells = new double[comparisons.size()][];
    for (int index = 0; index < bits.length; index++) {
      Comparison comparison = comparisons.get(index);
      bits[index] = new double[comparison.size()];
      tells[index] = new double[comparison.size()];
      for (int level = 1; level < comparison.size(); level++) {
        double ratio = isByFrequency(comparison, level) ? 1 : u[index][level];
        bits[index][level] = Math.log(m[index][level] / ratio) / Math.log(2);
        tells[index][level] =
            Dependences.agrees(m[index], u[index], level)
                ? -Math.log(u[index][level]) / Math.log(2)
                : 0;
      }
    }
    this.edges = List.copyOf(edges);
    this.prior = odds(matches);
  }

  /** The weight a level adds, without the rarity of a value. */
  public double bits(int comparison, int level) {
    return bits[comparison][level];
  }

  /** What the dependences take back from a vector, 0 or more. */
  public double takenBack(int[] vector) {
    double[] told = new double[vector.length];
    for (int comparison = 0; comparison < vector.length; comparison++) {
      told[comparison] = tells[comparison][vector[comparison]];
    }
    return Dependences.takenBack(edges, told);
  }

  /** The weight of a vector, without the rarity of values and without the prior. */
  public double bits(int[] vector) {
    double sum = -takenBack(vector);
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

  private static boolean isByFrequency(Comparison comparison, int level) {
    return level <= comparison.levels().size()
        && comparison.levels().get(level - 1).frequency() != null;
  }

  private static double[][] arrays(List<List<Double>> values) {
    return values.stream()
        .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
