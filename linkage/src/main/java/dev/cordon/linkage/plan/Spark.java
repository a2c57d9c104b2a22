package dev.cordon.linkage.plan;

import dev.cordon.linkage.model.Measure;
import java.util.List;

/** Apache Spark's words (SQL of release 4.2). */
public final class Spark implements Dialect {

  // hash() has 32 bits in Spark: too few for block keys.
  @Override
  public String hash(List<String> values) {
    return "xxhash64(" + String.join(", ", values) + ")";
  }

  // levenshtein counts characters in Spark, as the Java function does.
  @Override
  public String measure(Measure measure, String first, String second, String plain) {
    String two = "(" + first + ", " + second + ")";
    return switch (measure) {
      case EDITS -> "CAST(levenshtein" + two + " AS DOUBLE)";
      case JARO_WINKLER, SWAPS, NAME, WORDS, PIECES -> TextFunctions.name(measure) + two;
      case DIFFERENCE, YEARS -> Numbers.distance(measure, first, second);
    };
  }

  @Override
  public String contains(String array, String value) {
    return "coalesce(array_contains(" + array + ", " + value + "), false)";
  }

  @Override
  public String words(String text) {
    return "split(" + text + ", ' ')";
  }

  @Override
  public String each(String array) {
    return "explode(" + array + ")";
  }

  @Override
  public String collected(String value) {
    return "sort_array(collect_list(" + value + "))";
  }

  @Override
  public String numbers(long count) {
    return "(SELECT id AS k FROM range(" + count + "))";
  }
}
