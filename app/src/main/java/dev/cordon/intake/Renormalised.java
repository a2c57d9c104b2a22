package dev.cordon.intake;

import java.util.List;

/**
 * What making normal forms anew changed.
 *
 * @param rules the version of the rules now
 * @param counts one for each data set and kind of selector or fact, in that order
 */
public record Renormalised(int rules, List<Count> counts) {

  /** Copies the list. */
  public Renormalised {
    counts = List.copyOf(counts);
  }

  /**
   * One kind of selector or fact.
   *
   * @param records all of it
   * @param changed had a normal form and has another
   * @param gained had none and has one
   * @param lost had one and has none
   * @param verdicts kept the normal form; something else is said about it
   */
  public record Count(
      String dataSet,
      String kind,
      long records,
      long changed,
      long gained,
      long lost,
      long verdicts) {}
}
