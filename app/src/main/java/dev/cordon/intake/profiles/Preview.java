package dev.cordon.intake.profiles;

import dev.cordon.intake.MaskedValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a profile would make of a table's sampled rows. Text, blobs and values the profile does not
 * take are masked.
 *
 * @param columns the table's columns
 * @param rows the first rows, with the records each would give
 * @param sampledRows how many rows the counts are about
 * @param kinds how many records of each kind they would give
 * @param nothing how many rows would give no record at all; they are kept and counted all the same
 * @param doubts what could not be read as the profile says: what, and in how many records
 * @param unreadable the rows that would be quarantined
 * @param problem why the profile cannot be tried, if it cannot
 */
public record Preview(
    List<String> columns,
    List<Row> rows,
    int sampledRows,
    Map<String, Long> kinds,
    long nothing,
    Map<String, Long> doubts,
    List<UnreadableRow> unreadable,
    long unreadableSeen,
    @Nullable String problem) {

  /** A row: where it stands, its values, the records it would give. */
  public record Row(long line, long byteOffset, List<Cell> cells, List<Piece> records) {}

  /** A value: shown, or masked, or neither where there is none. */
  public record Cell(@Nullable String shown, @Nullable MaskedValue masked) {

    static final Cell EMPTY = new Cell(null, null);
  }

  /** A record a row would give. */
  public record Piece(String kind, List<Field> fields) {}

  /** A value of such a record. */
  public record Field(String name, Cell value) {}
}
