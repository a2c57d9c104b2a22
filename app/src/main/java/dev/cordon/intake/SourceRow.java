package dev.cordon.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sealed source: where it lies, what became of it, what records it gave. Texts of
 * messages and unmapped columns are not among them.
 */
public record SourceRow(
    String source,
    String fileName,
    String table,
    long row,
    long byteOffset,
    long line,
    long length,
    @Nullable String sourceKey,
    String state,
    @Nullable String reason,
    @Nullable String duplicateOfSource,
    @Nullable String duplicateOfTable,
    @Nullable Long duplicateOfRow,
    List<Piece> records) {

  /** A record the row gave: its kind and its values by column. */
  public record Piece(String kind, Map<String, String> values) {}

  /** Copies the list. */
  public SourceRow {
    records = List.copyOf(records);
  }
}
