package dev.cordon.linkage.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/*
 * Two names are brought to Latin letters and parted into words; titles and legal forms are left out
 * or brought to one spelling. Each word of the shorter name seeks its best free partner in the
 * longer one, best partners first. A name is like another when all its words have partners: one
 * different family name among four equal words makes two people, while a missing middle name does
 * not. So the likeness is the length-weighted mean of the partners' likeness, lowered by its worst
 * word, and a little by each word of the longer name that has none.
 */
/**
 * Likeness of two names of persons or organisations in any script and any order of words, 0 to 1;
 * 0.7 and more is worth taking for the same name. Stateless.
 */
public final class NameLikeness {

  /** From here on two names are taken for the same, where nothing else is known. */
  public static final double SAME_NAME = 0.7;

  private static final int MOST_WORDS = 16;
  private static final double INITIAL = 0.85;
  private static final double SOUNDS_ALIKE = 0.75;
  private static final double EXTRA_WORD = 0.04;
  private static final double ONE_WORD_OF_MORE = 0.55;
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "prof",
          "sir",
          "lady",
          "lord",
          "monsieur",
          "madame",
          "herr",
          "frau",
          "shaikh",
          "sheikh",
          "haji",
          "qari",
          "mullah",
          "president",
          "the",
          "of",
          "and");
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("incorporated", "inc"),
          Map.entry("corporation", "corp"),
          Map.entry("company", "co"),
          Map.entry("limited", "ltd"),
          Map.entry("aktiengesellschaft", "ag"),
          Map.entry("gesellschaft", "ges"),
          Map.entry("international", "intl"),
          Map.entry("ibn", "bin"),
          Map.entry("ben", "bin"));

  private NameLikeness() {}

  /** The likeness of two names. */
  public static double likeness(String first, String second) {
    String a = Folding.fold(first);
    String b = Folding.fold(second);
    if (a.equals(b)) {
      return a.isEmpty() ? 0 : 1;
    }
    List<String> words = words(a);
    List<String> others = words(b);
    if (words.isEmpty() || others.isEmpty()) {
      return 0;
    }
    if (String.join("", words).equals(String.join("", others))) {
      return 1;
    }
    return words.size() <= others.size() ? aligned(words, others) : aligned(others, words);
  }

  private static double aligned(List<String> shorter, List<String> longer) {
    double[] best = partners(shorter, longer);
    double sum = 0;
    double length = 0;
    double worst = 1;
    for (int index = 0; index < best.length; index++) {
      int weight = shorter.get(index).length();
      sum += weight * best[index];
      length += weight;
      worst = Math.min(worst, best[index]);
    }
    int extra = longer.size() - shorter.size();
    double likeness = (sum / length + worst) / 2 - EXTRA_WORD * extra;
    return shorter.size() == 1 && extra > 0
        ? Math.max(0, likeness * ONE_WORD_OF_MORE)
        : Math.max(0, likeness);
  }

  private static double[] partners(List<String> shorter, List<String> longer) {
    double[][] table = new double[shorter.size()][longer.size()];
    for (int row = 0; row < shorter.size(); row++) {
      for (int column = 0; column < longer.size(); column++) {
        table[row][column] = word(shorter.get(row), longer.get(column));
      }
    }
    double[] best = new double[shorter.size()];
    boolean[] taken = new boolean[longer.size()];
    boolean[] done = new boolean[shorter.size()];
    for (int round = 0; round < shorter.size(); round++) {
      int row = -1;
      int column = -1;
      for (int i = 0; i < shorter.size(); i++) {
        for (int j = 0; j < longer.size() && !done[i]; j++) {
          if (!taken[j] && (row < 0 || table[i][j] > table[row][column])) {
            row = i;
            column = j;
          }
        }
      }
      done[row] = true;
      taken[column] = true;
      best[row] = table[row][column];
    }
    return best;
  }

  // One edit in four characters is a slip; two and more in short words are another name.
  private static double word(String first, String second) {
    if (first.equals(second)) {
      return 1;
    }
    int shorter = Math.min(first.length(), second.length());
    int longer = Math.max(first.length(), second.length());
    if (shorter == 1) {
      return first.charAt(0) == second.charAt(0) ? INITIAL : 0;
    }
    double share = (double) Edits.withSwaps(first, second) / longer;
    double spelled = share <= 0.34 ? 1 - share : Math.max(0, 1 - 2 * share);
    boolean sounds =
        longer >= 4
            && Texts.sound(first).equals(Texts.sound(second))
            && Texts.sound(first).length() > 2;
    return sounds ? Math.max(spelled, SOUNDS_ALIKE) : spelled;
  }

  private static List<String> words(String folded) {
    List<String> words = new ArrayList<>();
    for (String word : folded.split(" ")) {
      String form = FORMS.getOrDefault(word, word);
      if (!form.isEmpty() && !TITLES.contains(form) && words.size() < MOST_WORDS) {
        words.add(form);
      }
    }
    return words.isEmpty()
        ? Arrays.stream(folded.split(" ")).filter(w -> !w.isEmpty()).toList()
        : words;
  }
}
