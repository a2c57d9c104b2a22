package dev.cordon.intake;

import java.util.List;

/**
 * The columns of a table's rows from one place of the source on.
 *
 * @param table as rows name it
 * @param fromByte where the first row, or the header, of these columns begins in the unpacked
 *     source
 */
public record RowShape(String table, long fromByte, List<String> columns) {

  /** Copies the list. */
  public RowShape {
    columns = List.copyOf(columns);
  }
}
