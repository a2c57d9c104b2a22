package dev.cordon.resolution.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Words that stand beside a name and are not the name: how somebody is addressed, degrees, and
 * which generation of one name is meant. Written in {@link PersonNames}' one spelling.
 */
final class NameWords {

  /** How people are addressed, and degrees, in the languages of the countries that take part. */
  private static final List<String> TITLES =
      List.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "sir",
          "dame",
          "esq",
          "dr",
          "prof",
          "doc",
          "doz",
          "phd",
          "msc",
          "bsc",
          "mba",
          "herr",
          "hr",
          "frau",
          "fru",
          "fr\u00f8ken",
          "mag",
          "dipl",
          "ing",
          "dkfm",
          "univ",
          "mgr",
          "bc",
          "judr",
          "mudr",
          "phdr",
          "rndr",
          "drs",
          "mevr",
          "dhr",
          "pan",
          "pani",
          "senor",
          "senora",
          "senhor",
          "senhora",
          "sra",
          "srta",
          "sr",
          "dona",
          "monsieur",
          "madame",
          "mme",
          "mlle",
          "signor",
          "signora",
          "gospodin",
          "gospodja");

  /** Abbreviations that are no family name anywhere, so that they may stand within a name. */
  private static final Map<String, String> SHORT =
      Map.of(
          "sr", "senior", "snr", "senior", "jr", "junior", "jnr", "junior", "ifj", "junior", "ml",
          "junior", "ii", "junior", "iii", "third");

  /** Words that mean a generation behind a whole name, and may be a name of their own elsewhere. */
  private static final Map<String, String> LONG =
      Map.ofEntries(
          Map.entry("senior", "senior"),
          Map.entry("star\u0161\u00ed", "senior"),
          Map.entry("starszy", "senior"),
          Map.entry("\u00e6ldre", "senior"),
          Map.entry("p\u00e8re", "senior"),
          Map.entry("junior", "junior"),
          Map.entry("mlad\u0161\u00ed", "junior"),
          Map.entry("m\u0142odszy", "junior"),
          Map.entry("yngre", "junior"),
          Map.entry("fils", "junior"),
          Map.entry("hijo", "junior"),
          Map.entry("filho", "junior"),
          Map.entry("figlio", "junior"),
          Map.entry("neto", "third"),
          Map.entry("nieto", "third"));

  private final Set<String> titles;

  NameWords(UnaryOperator<String> spelling) {
    titles = TITLES.stream().map(spelling).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a word in the one spelling is how somebody is addressed, and no part of the name. */
  boolean isTitle(String word) {
    return titles.contains(word);
  }

  /**
   * The generation a word means, in lower case as written; empty where it means none.
   *
   * @param before how many words of the name stand before it; sr before all is Spanish for mister
   */
  static String generation(String word, int before) {
    if (before == 0) {
      return word.equals("ifj") ? "junior" : "";
    }
    String meant = SHORT.getOrDefault(word, "");
    return meant.isEmpty() && before > 1 ? LONG.getOrDefault(word, "") : meant;
  }
}
