package dev.cordon.figures;

import java.time.Instant;
import java.util.List;

/**
 * A part of the records behind a figure.
 *
 * @param figure with the value of all records that are meant
 * @param asOf the count they are of
 * @param rows the records
 * @param total how many there are in all
 */
public record RecordList(Figure figure, Instant asOf, List<FigureRecord> rows, long total) {

  /** Whether they are so many that they stand in the order of their ids and not of their names. */
  public boolean isLong() {
    return total > Kept.NAMED_AT_MOST;
  }

  /** Copies the rows. */
  public RecordList {
    rows = List.copyOf(rows);
  }
}
