package dev.cordon.action;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Names and addresses brought to plain Latin letters, so that spellings can be compared. */
final class FoldedText {

  private static final Transliterator TO_PLAIN_LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII");

  private FoldedText() {}

  /** Lower case, Latin letters and digits only, one space between words. */
  static String fold(String text) {
    String latin;
    synchronized (TO_PLAIN_LATIN) {
      latin = TO_PLAIN_LATIN.transliterate(text);
    }
    return latin
        .toLowerCase(Locale.ROOT)
        .replaceAll("['’`]", "")
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }

  /** The folded words. */
  static List<String> words(String text) {
    String folded = fold(text);
    return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
  }

  /** Letters and digits without spaces or a country's letters in front: how postcodes compare. */
  static String code(String text) {
    return fold(text).replace(" ", "").replaceFirst("^[a-z]{1,2}(?=[0-9]+$)", "");
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours between two words (optimal string
   * alignment; time and space the product of the lengths).
   */
  static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= right.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int replaced = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + replaced);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[left.length()][right.length()];
  }
}
