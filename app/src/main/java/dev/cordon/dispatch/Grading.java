package dev.cordon.dispatch;

/**
 * The 4x4 grading of Europol, kept in its own scale and never converted.
 *
 * @param source A no doubt, B mostly reliable, C mostly unreliable, X can not be assessed
 * @param information 1 accuracy not in doubt, 2 known personally to the source but not to the
 *     officer, 3 not known personally to the source but corroborated, 4 neither
 */
public record Grading(String source, String information) {

  /** What platform records are worth as received: source not assessed, not corroborated. */
  public static final Grading NOT_ASSESSED = new Grading("X", "4");

  /** Refuses what is not in the scale. */
  public Grading {
    if (!source.matches("[ABCX]")) {
      throw new IllegalArgumentException("the source is graded A, B, C or X, not " + source);
    }
    if (!information.matches("[1-4]")) {
      throw new IllegalArgumentException("information is graded 1 to 4, not " + information);
    }
  }

  /** As officers write it: B2. */
  @Override
  public String toString() {
    return source + information;
  }
}
