package dev.cordon.linkage.text;

import java.util.Arrays;

/**
 * Counts edits between two texts over code points. Stateless; time is the product of the lengths,
 * memory the length of the second text.
 *
 * <p>Source: V. I. Levenshtein, Soviet Physics Doklady 10 (1966) 707-710; swaps of neighbours as in
 * F. J. Damerau, CACM 7 (1964) 171-176, each character edited at most once (optimal string
 * alignment).
 */
public final class Edits {

  private Edits() {}

  /** The least number of inserted, removed or replaced characters. */
  public static int plain(String first, String second) {
    return count(first, second, false);
  }

  /** As {@link #plain}, where swapping two neighbours is one edit. */
  public static int withSwaps(String first, String second) {
    return count(first, second, true);
  }

  private static int count(String first, String second, boolean swaps) {
    if (first.equals(second)) {
      return 0;
    }
    int[] a = characters(first);
    int[] b = characters(second);
    int start = commonStart(a, b);
    int end = commonEnd(a, b, start);
    int width = b.length - start - end;
    int height = a.length - start - end;
    return height == 0 || width == 0
        ? height + width
        : count(a, b, start, height, new int[3][width + 1], swaps);
  }

  // Three rows of the table are enough: a swap looks two rows back.
  private static int count(int[] a, int[] b, int start, int height, int[][] rows, boolean swaps) {
    int[] before = rows[0];
    int[] previous = rows[1];
    int[] current = rows[2];
    int width = current.length - 1;
    for (int j = 0; j <= width; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= height; i++) {
      int here = a[start + i - 1];
      current[0] = i;
      for (int j = 1; j <= width; j++) {
        int there = b[start + j - 1];
        int best =
            Math.min(
                previous[j - 1] + (here == there ? 0 : 1),
                Math.min(previous[j], current[j - 1]) + 1);
        if (swaps && i > 1 && j > 1 && here == b[start + j - 2] && a[start + i - 2] == there) {
          best = Math.min(best, before[j - 2] + 1);
        }
        current[j] = best;
      }
      int[] free = before;
      before = previous;
      previous = current;
      current = free;
    }
    return previous[width];
  }

  private static int commonStart(int[] a, int[] b) {
    int limit = Math.min(a.length, b.length);
    int start = 0;
    while (start < limit && a[start] == b[start]) {
      start++;
    }
    return start;
  }

  private static int commonEnd(int[] a, int[] b, int start) {
    int limit = Math.min(a.length, b.length) - start;
    int end = 0;
    while (end < limit && a[a.length - 1 - end] == b[b.length - 1 - end]) {
      end++;
    }
    return end;
  }

  static int[] characters(String text) {
    int[] result = new int[text.length()];
    int length = 0;
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      result[length++] = character;
      index += Character.charCount(character);
    }
    return length == result.length ? result : Arrays.copyOf(result, length);
  }
}
