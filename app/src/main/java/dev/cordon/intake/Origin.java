package dev.cordon.intake;

/**
 * Where a record came from: its source, the table or stream in it, the row in that table (from 1).
 */
public record Origin(SourceId source, String table, long row) {

  /** Checks that rows are counted from one. */
  public Origin {
    if (row < 1) {
      throw new IllegalArgumentException("rows are counted from 1, not " + row);
    }
  }
}
