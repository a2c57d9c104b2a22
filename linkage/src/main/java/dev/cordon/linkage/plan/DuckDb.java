package dev.cordon.linkage.plan;

import dev.cordon.linkage.model.Measure;
import java.util.List;

/** DuckDB's words. */
public final class DuckDb implements Dialect {

  @Override
  public String hash(List<String> values) {
    return "hash(" + String.join(", ", values) + ")";
  }

  // jaro_winkler_similarity and levenshtein count bytes, so they are taken for ASCII only; a test
  // holds them equal to the Java functions there. damerau_levenshtein is another measure (it edits
  // a character twice) and slow, so swaps always run in Java.
  @Override
  public String measure(Measure measure, String first, String second, String plain) {
    String two = "(" + first + ", " + second + ")";
    return switch (measure) {
      case JARO_WINKLER -> either(plain, "jaro_winkler_similarity" + two, measure, two);
      case EDITS -> either(plain, "CAST(levenshtein" + two + " AS DOUBLE)", measure, two);
      case SWAPS, NAME, WORDS, PIECES -> TextFunctions.name(measure) + two;
      case DIFFERENCE, YEARS -> Numbers.distance(measure, first, second);
    };
  }

  @Override
  public String contains(String array, String value) {
    return "coalesce(list_contains(" + array + ", " + value + "), false)";
  }

  @Override
  public String words(String text) {
    return "string_split(" + text + ", ' ')";
  }

  @Override
  public String each(String array) {
    return "unnest(" + array + ")";
  }

  @Override
  public String collected(String value) {
    return "list(" + value + " ORDER BY " + value + ")";
  }

  @Override
  public String numbers(long count) {
    return "(SELECT range AS k FROM range(" + count + "))";
  }

  private static String either(String plain, String builtIn, Measure measure, String two) {
    if (plain.equals("true")) {
      return builtIn;
    }
    return "CASE WHEN "
        + plain
        + " THEN "
        + builtIn
        + " ELSE "
        + TextFunctions.name(measure)
        + two
        + " END";
  }
}
