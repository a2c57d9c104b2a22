package dev.cordon.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure at two moments, or two figures.
 *
 * @param name of the first
 * @param title of it
 * @param was the first value
 * @param is the second value
 * @param wasSum what the records of the first come to
 * @param isSum what the records of the second come to
 * @param sameDefinition whether both count by the same version of the same definition
 * @param explained whether the records of both are kept: without them the values alone can be
 *     compared
 * @param reasons what makes the difference, each with how many records
 */
public record FigureDifference(
    String name,
    String title,
    long was,
    long is,
    Sum wasSum,
    Sum isSum,
    boolean sameDefinition,
    boolean explained,
    List<Reason> reasons) {

  /** Copies the list. */
  public FigureDifference {
    reasons = List.copyOf(reasons);
  }

  /**
   * Why records count otherwise.
   *
   * @param why in a few words
   * @param records how many
   * @param difference what they change together
   * @param more how many more records are counted because of it; negative for fewer
   */
  public record Reason(String why, long records, long difference, long more) {}

  /** By how much the figure differs. */
  public long difference() {
    return is - was;
  }

  /** What is counted more or anew. */
  public long added() {
    return reasons.stream().mapToLong(Reason::difference).filter(one -> one > 0).sum();
  }

  /** What is counted less or no longer, as a number without sign. */
  public long gone() {
    return -reasons.stream().mapToLong(Reason::difference).filter(one -> one < 0).sum();
  }

  /** How many records count the same elsewhere. */
  public long moved() {
    return reasons.stream()
        .filter(one -> one.difference() == 0 && one.more() == 0)
        .mapToLong(Reason::records)
        .sum();
  }

  /** In a line: +3 counted since, −1 package recalled; null where nothing differs. */
  public @Nullable String line() {
    if (reasons.isEmpty()) {
      return null;
    }
    return String.join(", ", reasons.stream().map(FigureDifference::words).toList());
  }

  private static String words(Reason reason) {
    long number = reason.difference() == 0 ? reason.records() : reason.difference();
    String sign = reason.difference() > 0 ? "+" : reason.difference() < 0 ? "−" : "";
    return sign + Math.abs(number) + " " + reason.why();
  }
}
