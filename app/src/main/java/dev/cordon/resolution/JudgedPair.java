package dev.cordon.resolution;

/**
 * Two accounts, as {@code system:account}, and what a person said of them.
 *
 * @param verdict what was said
 */
public record JudgedPair(String a, String b, Verdict verdict) {

  /** What a person may say of two accounts. */
  public enum Verdict {
    /** One person's. */
    SAME,
    /** Two people's. */
    NOT_SAME,
    /** Looked at and not decided: binds nothing, and says that somebody looked. */
    UNSURE;

    /** As the database keeps it. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** In words. */
    public String words() {
      return switch (this) {
        case SAME -> "the same";
        case NOT_SAME -> "not the same";
        case UNSURE -> "unsure";
      };
    }

    /** The verdict of that text. */
    public static Verdict of(String text) {
      return valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /** Checks that there are two accounts and puts them in their order. */
  public JudgedPair {
    if (a.equals(b)) {
      throw new IllegalArgumentException("a judgement is about two accounts, not " + a + " twice");
    }
    if (a.compareTo(b) > 0) {
      String first = b;
      b = a;
      a = first;
    }
  }
}
