package dev.cordon.linkage.text;

/**
 * Jaro-Winkler likeness over code points: 1 for equal texts, 0 for texts without a common
 * character. The prefix bonus (a tenth for each of at most four leading characters) is given from a
 * Jaro likeness of 0.7 on. Two empty texts are equal. Stateless.
 *
 * <p>Sources: M. A. Jaro, JASA 84 (1989) 414-420; W. E. Winkler, "String Comparator Metrics"
 * (1990).
 */
public final class JaroWinkler {

  private static final double BONUS_FROM = 0.7;
  private static final double BONUS_PER_CHARACTER = 0.1;
  private static final int LONGEST_PREFIX = 4;

  private JaroWinkler() {}

  /** The likeness of two texts, 0 to 1. */
  public static double likeness(String first, String second) {
    if (first.equals(second)) {
      return 1;
    }
    int[] a = Edits.characters(first);
    int[] b = Edits.characters(second);
    double jaro = jaro(a, b);
    if (jaro < BONUS_FROM) {
      return jaro;
    }
    return jaro + commonPrefix(a, b) * BONUS_PER_CHARACTER * (1 - jaro);
  }

  private static double jaro(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    boolean[] inA = new boolean[a.length];
    boolean[] inB = new boolean[b.length];
    int matches = match(a, b, inA, inB);
    if (matches == 0) {
      return 0;
    }
    double transpositions = outOfOrder(a, b, inA, inB) / 2;
    return ((double) matches / a.length
            + (double) matches / b.length
            + (matches - transpositions) / matches)
        / 3;
  }

  private static int match(int[] a, int[] b, boolean[] inA, boolean[] inB) {
    int window = Math.max(0, Math.max(a.length, b.length) / 2 - 1);
    int matches = 0;
    for (int i = 0; i < a.length; i++) {
      int end = Math.min(b.length - 1, i + window);
      for (int j = Math.max(0, i - window); j <= end; j++) {
        if (!inB[j] && a[i] == b[j]) {
          inA[i] = true;
          inB[j] = true;
          matches++;
          break;
        }
      }
    }
    return matches;
  }

  private static int outOfOrder(int[] a, int[] b, boolean[] inA, boolean[] inB) {
    int different = 0;
    int j = 0;
    for (int i = 0; i < a.length; i++) {
      if (inA[i]) {
        while (!inB[j]) {
          j++;
        }
        if (a[i] != b[j]) {
          different++;
        }
        j++;
      }
    }
    return different;
  }

  private static int commonPrefix(int[] a, int[] b) {
    int limit = Math.min(LONGEST_PREFIX, Math.min(a.length, b.length));
    int length = 0;
    while (length < limit && a[length] == b[length]) {
      length++;
    }
    return length;
  }
}
