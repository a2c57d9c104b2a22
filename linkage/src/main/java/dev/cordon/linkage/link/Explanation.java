package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.plan.LinkagePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a pair weighs what it weighs: the bits every comparison adds, from the odds of knowing
 * nothing to the total. The bits of all parts add up to the total.
 *
 * @param a the smaller record
 * @param b the larger record
 * @param parts in the order they add up
 * @param total the total weight in bits
 */
public record Explanation(int a, int b, List<Part> parts, double total) {

  /** Copies the parts. */
  public Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param what the comparison, or "before comparing", or "counted twice"
   * @param level what held
   * @param bits what it adds; a level by frequency includes the rarity of the value
   */
  public record Part(String what, String level, double bits) {}

  /** Explains a pair of records of a linkage whose records are described. */
  public static Explanation of(Engine engine, Linkage linkage, LinkageModel trained, int a, int b) {
    if (a == b) {
      throw new LinkageException("a pair is of two records, not of " + a + " twice");
    }
    LinkagePlan plan = linkage.plan();
    engine.create(
        "asked",
        List.of("a INTEGER", "b INTEGER", "rule INTEGER"),
        writer -> writer.row(Math.min(a, b), Math.max(a, b), 0));
    engine.run(plan.explained("asked", "explained"));
    Weights weights = Weights.of(trained, trained.parameters().orElseThrow());
    int size = trained.comparisons().size();
    int[] levels = new int[size];
    double[] rarities = new double[size];
    boolean[] found = {false};
    engine.read(
        "SELECT * FROM explained",
        row -> {
          found[0] = true;
          for (int index = 0; index < size; index++) {
            levels[index] = row.getInt("g" + index);
            rarities[index] = row.getDouble("e" + index);
          }
        });
    if (!found[0]) {
      throw new LinkageException("there are no records " + a + " and " + b);
    }
    return of(Math.min(a, b), Math.max(a, b), trained, weights, levels, rarities);
  }

  private static Explanation of(
      int a, int b, LinkageModel model, Weights weights, int[] levels, double[] rarities) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("before comparing", "any two records", weights.prior()));
    double total = weights.prior();
    for (int index = 0; index < levels.length; index++) {
      Comparison comparison = model.comparisons().get(index);
      double bits = weights.bits(index, levels[index]) + rarities[index];
      parts.add(new Part(comparison.name(), comparison.label(levels[index]), bits));
      total += bits;
    }
    double back = weights.takenBack(levels);
    if (back > 0) {
      parts.add(new Part("counted twice", "what strangers have in common too", -back));
    }
    return new Explanation(a, b, parts, total - back);
  }
}
