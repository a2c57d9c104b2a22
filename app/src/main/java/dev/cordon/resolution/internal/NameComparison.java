package dev.cordon.resolution.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says whether two names may be one person's. Written rules, no score: words are the same when they
 * are equal, one is the other's initial or short form, or a slip of the pen apart.
 */
final class NameComparison {

  /** The answer about two names. */
  enum Verdict {
    /** All words of the shorter name are in the longer one. */
    AGREE,
    /** Clearly two names: at most one word in common. */
    DIFFER,
    /** Neither. */
    UNKNOWN
  }

  private static final int LONG_WORD = 8;
  private static final int SHORT_WORD = 4;
  private static final int PREFIX = 3;

  private final Map<String, Set<String>> shortForms = new HashMap<>();

  NameComparison(PersonNames names, Map<String, List<String>> shortForms) {
    shortForms.forEach(
        (name, forms) -> forms.forEach(form -> same(names.reduce(name), names.reduce(form))));
  }

  private void same(String name, String form) {
    shortForms.computeIfAbsent(name, unused -> new HashSet<>()).add(form);
    shortForms.computeIfAbsent(form, unused -> new HashSet<>()).add(name);
  }

  /** Compares two names; the order of the arguments does not matter. */
  Verdict compare(PersonName first, PersonName second) {
    if (String.join("", first.tokens()).equals(String.join("", second.tokens()))) {
      return Verdict.AGREE;
    }
    boolean swap = first.tokens().size() > second.tokens().size();
    List<String> shorter = swap ? second.tokens() : first.tokens();
    List<String> longer = swap ? first.tokens() : second.tokens();
    boolean[] used = new boolean[longer.size()];
    int matched = 0;
    for (String word : shorter) {
      matched += matchOne(word, longer, used) ? 1 : 0;
    }
    if (matched == shorter.size()) {
      return Verdict.AGREE;
    }
    return matched >= 2 ? Verdict.UNKNOWN : Verdict.DIFFER;
  }

  private boolean matchOne(String word, List<String> others, boolean[] used) {
    for (int pass = 0; pass < 2; pass++) {
      for (int index = 0; index < used.length; index++) {
        boolean same =
            pass == 0 ? word.equals(others.get(index)) : similar(word, others.get(index));
        if (!used[index] && same) {
          used[index] = true;
          return true;
        }
      }
    }
    return false;
  }

  private boolean similar(String first, String second) {
    if (first.length() == 1 || second.length() == 1) {
      return first.charAt(0) == second.charAt(0);
    }
    if (shortForms.getOrDefault(first, Set.of()).contains(second)) {
      return true;
    }
    int shorter = Math.min(first.length(), second.length());
    if (shorter >= PREFIX && (first.startsWith(second) || second.startsWith(first))) {
      return true;
    }
    if (shorter < SHORT_WORD) {
      return false;
    }
    return distance(first, second) <= (shorter >= LONG_WORD ? 2 : 1);
  }

  /** Optimal string alignment distance; a question mark stands for any letter. */
  static int distance(String first, String second) {
    int[][] cost = new int[first.length() + 1][second.length() + 1];
    for (int i = 0; i <= first.length(); i++) {
      for (int j = 0; j <= second.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cell(cost, first, second, i, j);
      }
    }
    return cost[first.length()][second.length()];
  }

  private static int cell(int[][] cost, String first, String second, int i, int j) {
    int best =
        Math.min(
            cost[i - 1][j - 1] + (sameLetter(first.charAt(i - 1), second.charAt(j - 1)) ? 0 : 1),
            Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && first.charAt(i - 1) == second.charAt(j - 2)
            && first.charAt(i - 2) == second.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  private static boolean sameLetter(char first, char second) {
    return first == second || first == '?' || second == '?';
  }
}
