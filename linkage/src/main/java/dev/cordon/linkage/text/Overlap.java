package dev.cordon.linkage.text;

import java.util.HashSet;
import java.util.Set;

/** How much of two texts is the same, whatever its order. Stateless. */
public final class Overlap {

  private static final int PIECE = 3;

  private Overlap() {}

  /** Common words over all words of both (Jaccard), 0 to 1. */
  public static double words(String first, String second) {
    return share(wordsOf(first), wordsOf(second));
  }

  /** Common pieces of three characters over the mean number of both (Dice), 0 to 1. */
  public static double pieces(String first, String second) {
    Set<String> a = piecesOf(first);
    Set<String> b = piecesOf(second);
    if (a.isEmpty() || b.isEmpty()) {
      return first.equals(second) ? 1 : 0;
    }
    return 2.0 * common(a, b) / (a.size() + b.size());
  }

  private static double share(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.equals(b) ? 1 : 0;
    }
    int common = common(a, b);
    return (double) common / (a.size() + b.size() - common);
  }

  private static int common(Set<String> a, Set<String> b) {
    Set<String> smaller = a.size() <= b.size() ? a : b;
    Set<String> larger = a.size() <= b.size() ? b : a;
    int common = 0;
    for (String each : smaller) {
      if (larger.contains(each)) {
        common++;
      }
    }
    return common;
  }

  private static Set<String> wordsOf(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static Set<String> piecesOf(String text) {
    Set<String> pieces = new HashSet<>();
    int[] characters = (" " + text + " ").codePoints().toArray();
    for (int start = 0; start + PIECE <= characters.length; start++) {
      pieces.add(new String(characters, start, PIECE));
    }
    return pieces;
  }
}
