package dev.cordon.protection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is worth, in the scheme it came in. The schemes do not map one to one and are
 * never converted.
 *
 * @param scheme whose scales
 * @param source the grade of the source
 * @param information the grade of the information
 * @param handling P or C in 3x5x2; null in 4x4
 */
public record Grade(Scheme scheme, String source, String information, @Nullable String handling) {

  /** What platform records are worth as received: source not assessed, not corroborated. */
  public static final Grade NOT_ASSESSED = new Grade(Scheme.FOUR_BY_FOUR, "X", "4", null);

  /** A scheme of grading. */
  public enum Scheme {
    /**
     * Europol: source A no doubt, B mostly reliable, C mostly unreliable, X not assessed;
     * information 1 not in doubt, 2 known to the source, 3 corroborated, 4 not corroborated.
     */
    FOUR_BY_FOUR("4x4", "[ABCX]", "[1-4]"),
    /**
     * United Kingdom: source 1 reliable, 2 untested, 3 not reliable; information A to E; handling P
     * lawful sharing permitted, C with conditions.
     */
    THREE_BY_FIVE_BY_TWO("3x5x2", "[123]", "[A-E]");

    private final String text;
    private final String sources;
    private final String information;

    Scheme(String text, String sources, String information) {
      this.text = text;
      this.sources = sources;
      this.information = information;
    }

    /** As the database writes it. */
    public String text() {
      return text;
    }

    /**
     * The scheme the database calls so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Scheme of(String text) {
      return Arrays.stream(values())
          .filter(scheme -> scheme.text.equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no scheme is called " + text));
    }
  }

  /** Refuses what is not in the scheme's own scales. */
  public Grade {
    if (!source.matches(scheme.sources)) {
      throw new IllegalArgumentException(
          "in " + scheme.text + " the source is graded " + scheme.sources + ", not " + source);
    }
    if (!information.matches(scheme.information)) {
      throw new IllegalArgumentException(
          "in "
              + scheme.text
              + " information is graded "
              + scheme.information
              + ", not "
              + information);
    }
    boolean needed = scheme == Scheme.THREE_BY_FIVE_BY_TWO;
    if (needed ? handling == null || !handling.matches("[PC]") : handling != null) {
      throw new IllegalArgumentException(
          needed ? "3x5x2 has a handling of P or C" : "4x4 has no handling of its own");
    }
  }

  /**
   * Reads what officers write: {@code B2} in 4x4, {@code 2CP} in 3x5x2.
   *
   * @throws IllegalArgumentException when it is in neither scale of the scheme
   */
  public static Grade parse(Scheme scheme, String text) {
    int length = scheme == Scheme.FOUR_BY_FOUR ? 2 : 3;
    String written = text.strip().toUpperCase(java.util.Locale.ROOT);
    if (written.length() != length) {
      throw new IllegalArgumentException(
          "a grade of " + scheme.text() + " is written like " + (length == 2 ? "B2" : "2CP"));
    }
    return new Grade(
        scheme,
        written.substring(0, 1),
        written.substring(1, 2),
        length == 2 ? null : written.substring(2));
  }

  /** As officers write it. */
  @Override
  public String toString() {
    return source + information + (handling == null ? "" : handling);
  }
}
