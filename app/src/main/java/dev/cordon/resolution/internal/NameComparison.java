package dev.cordon.resolution.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says whether two names may be one person's. Written rules, no score: words are the same when they
 * are equal, one is the other's initial or short form, or a slip of the pen apart.
 */
final class NameComparison {

  /** The answer about two names. */
  enum Verdict {
    /** All words of the shorter name are in the longer one. */
    AGREE,
    /** Clearly two names: at most one word in common, or first words found nowhere in the other. */
    DIFFER,
    /** Neither. */
    UNKNOWN
  }

  /** Words many family names carry, in the spelling of {@link PersonNames}. */
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "vom", "zu", "zum", "de", "del", "der", "den", "des", "di", "da", "do",
          "dos", "du", "la", "le", "el", "al", "ter", "ten", "te", "af", "av", "bin", "ben", "abu",
          "i");

  private static final Pattern PATRONYMIC =
      Pattern.compile("[a-z]{2,}(ovi(c|ch)|evi(c|ch)|[oe]vna|ichna)");

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
    if (generationsDiffer(first, second)) {
      return Verdict.DIFFER;
    }
    if (String.join("", first.tokens()).equals(String.join("", second.tokens()))) {
      return Verdict.AGREE;
    }
    List<String> one = withoutParticles(first.tokens());
    List<String> other = withoutParticles(second.tokens());
    boolean swap = one.size() > other.size();
    List<String> shorter = swap ? other : one;
    List<String> longer = swap ? one : other;
    boolean[] used = new boolean[longer.size()];
    boolean[] found = new boolean[shorter.size()];
    int matched = 0;
    for (int index = 0; index < found.length; index++) {
      found[index] = matchOne(shorter.get(index), longer, used, index == found.length - 1);
      matched += found[index] ? 1 : 0;
    }
    if (matched == shorter.size()) {
      return Verdict.AGREE;
    }
    boolean firstWordsDiffer = !found[0] && !used[0];
    return matched < 2 || firstWordsDiffer || patronymicsDiffer(one, other)
        ? Verdict.DIFFER
        : Verdict.UNKNOWN;
  }

  /** Senior and junior: one name, two people. */
  private static boolean generationsDiffer(PersonName first, PersonName second) {
    return !first.generation().isEmpty()
        && !second.generation().isEmpty()
        && !first.generation().equals(second.generation());
  }

  /** A father's name between given and family name; a family name may end alike and stands last. */
  private boolean patronymicsDiffer(List<String> first, List<String> second) {
    String one = patronymic(first);
    String other = patronymic(second);
    return !one.isEmpty() && !other.isEmpty() && !similar(one, other);
  }

  private static String patronymic(List<String> words) {
    return words.size() == 3 && PATRONYMIC.matcher(words.get(1)).matches() ? words.get(1) : "";
  }

  /** Whether any two of the names have one given name, as written or in a short form. */
  boolean sameGiven(List<PersonName> first, List<PersonName> second) {
    return first.stream()
        .anyMatch(one ->
            second.stream().anyMatch(other -> holdsGiven(one, other) && holdsGiven(other, one)));
  }

  /** In whatever order: the first word of the one is a word of the other. */
  private boolean holdsGiven(PersonName one, PersonName other) {
    String given = one.tokens().getFirst();
    Set<String> forms = shortForms.getOrDefault(given, Set.of());
    return other.tokens().stream().anyMatch(word -> word.equals(given) || forms.contains(word));
  }

  private static List<String> withoutParticles(List<String> tokens) {
    List<String> words = tokens.stream().filter(token -> !PARTICLES.contains(token)).toList();
    return words.size() < 2 ? tokens : words;
  }

  private boolean matchOne(String word, List<String> others, boolean[] used, boolean isLast) {
    for (int pass = 0; pass < 2; pass++) {
      for (int index = 0; index < used.length; index++) {
        boolean same =
            pass == 0
                ? word.equals(others.get(index))
                : similar(word, others.get(index))
                    || isLast && index == used.length - 1 && slips(word, others.get(index));
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
    boolean isLong =
        Math.max(first.length(), second.length()) >= LONG_WORD && shorter >= LONG_WORD - 2;
    return distance(first, second) <= (isLong ? 2 : 1);
  }

  /** A slip in a short family name. Given names as short are too often two people's. */
  private static boolean slips(String first, String second) {
    return Math.min(first.length(), second.length()) >= PREFIX
        && Math.max(first.length(), second.length()) >= SHORT_WORD
        && distance(first, second) <= 1;
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
