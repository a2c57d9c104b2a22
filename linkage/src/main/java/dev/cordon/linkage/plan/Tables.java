package dev.cordon.linkage.plan;

/**
 * The tables of a plan.
 *
 * <ul>
 *   <li>{@code record(id INTEGER, source INTEGER, name VARCHAR, plain BOOLEAN, f_<field> VARCHAR
 *       ...)}: the input; no empty texts; {@code plain} when all values are ASCII;
 *   <li>{@code learned(field, value, other)}: variants, both ways round;
 *   <li>{@code described}: records with the frequencies and variants comparisons need;
 *   <li>{@code keyed(id, source, k1 ...)}: block keys that are shared and not too common;
 *   <li>{@code candidate(a, b, rule)}: pairs {@code a < b}, each once, with the first rule that
 *       found it;
 *   <li>{@code compared(a, b, rule, code, rarity)}: the levels as one number, and the bits by which
 *       the shared values are rarer than certain.
 * </ul>
 */
public final class Tables {

  /** The records. */
  public static final String RECORD = "record";

  /** Learned variants. */
  public static final String LEARNED = "learned";

  /** Records with frequencies and variants. */
  public static final String DESCRIBED = "described";

  /** Records with block keys. */
  public static final String KEYED = "keyed";

  /** Pairs to compare. */
  public static final String CANDIDATE = "candidate";

  private Tables() {}

  /** The column of a field. */
  public static String column(String field) {
    return "f_" + field;
  }

  static String rarity(String field) {
    return "r_" + field;
  }

  static String variants(String field) {
    return "v_" + field;
  }
}
