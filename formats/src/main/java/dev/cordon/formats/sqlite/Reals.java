package dev.cordon.formats.sqlite;

import java.math.BigDecimal;

/** Numbers with a fraction as text, as a person writes them and SQLite shows them. */
final class Reals {

  private static final double SMALLEST_PLAIN = 1e-7;
  private static final double LARGEST_PLAIN = 1e18;

  private Reals() {}

  /**
   * The shortest digits that give this very number, without an exponent where that is short: a time
   * in seconds is {@code 1699999999.123}, not {@code 1.699999999123E9}. A whole number ends in
   * {@code .0}.
   */
  static String text(double number) {
    double size = Math.abs(number);
    String shortest = Double.toString(number);
    if (shortest.indexOf('E') < 0 || size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
      return shortest;
    }
    String plain = new BigDecimal(shortest).toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }
}
