package dev.cordon.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a composed figure comes to.
 *
 * @param asOf the count it is of
 * @param unit one of what, or per cent
 * @param sentence what it counts, in plain words
 * @param rows one for each group or step
 * @param total over all of them
 */
public record OwnValue(Instant asOf, String unit, String sentence, List<Row> rows, Row total) {

  /**
   * A group or step.
   *
   * @param label of the group
   * @param part what the records of the group come to
   * @param whole what it is a share of; null when it is none
   * @param value the number; null where there is nothing to divide by
   */
  public record Row(String label, Sum part, @Nullable Sum whole, @Nullable Double value) {}

  /** Copies the list. */
  public OwnValue {
    rows = List.copyOf(rows);
  }

  /** The largest number of the rows, for drawing. */
  public double most() {
    return rows.stream()
        .map(Row::value)
        .filter(java.util.Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }
}
