package dev.cordon.linkage.plan;

import dev.cordon.linkage.model.Measure;

/** Distances of numbers, in words both engines know. */
final class Numbers {

  private static final int YEAR_DIGITS = 4;

  private Numbers() {}

  static String distance(Measure measure, String first, String second) {
    return measure == Measure.YEARS ? apart(leading(first), leading(second)) : apart(first, second);
  }

  private static String leading(String text) {
    return "substr(" + text + ", 1, " + YEAR_DIGITS + ")";
  }

  // Not a number on either side: infinitely far.
  private static String apart(String first, String second) {
    return "coalesce(CAST(abs(TRY_CAST("
        + first
        + " AS BIGINT) - TRY_CAST("
        + second
        + " AS BIGINT)) AS DOUBLE), 1e300)";
  }
}
