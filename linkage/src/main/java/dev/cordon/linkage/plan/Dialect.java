package dev.cordon.linkage.plan;

import dev.cordon.linkage.model.Measure;
import java.util.List;

/**
 * The words in which engines differ. Arguments and results are SQL expressions; results MUST give
 * the same value in every engine for the same rows, hashes excepted, which are only compared within
 * one run.
 */
public interface Dialect {

  /** A 64-bit number that is equal for equal values; none of the values is null. */
  String hash(List<String> values);

  /**
   * A measure of two texts that are not null. {@code plain} is true where both are ASCII and not
   * empty, which lets an engine take a built-in that counts bytes.
   */
  String measure(Measure measure, String first, String second, String plain);

  /** Whether an array holds a value. */
  String contains(String array, String value);

  /** The array of a text's words, parted by single spaces. */
  String words(String text);

  /** One row for each value of an array, as an expression of a select list. */
  String each(String array);

  /** The array of a group's values in ascending order. */
  String collected(String value);

  /** A table of the whole numbers from 0 to {@code count - 1} in the column {@code k}. */
  String numbers(long count);
}
