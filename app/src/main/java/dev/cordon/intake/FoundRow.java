package dev.cordon.intake;

import org.jspecify.annotations.Nullable;

/**
 * A row of a source by what became of it, without its values.
 *
 * @param row its place in the table, from 1
 * @param byteOffset where it begins in the unpacked source
 * @param line its line in the file, as far as the form has lines
 * @param length in bytes
 * @param duplicateOf the row it repeats, when it is a duplicate
 * @param mask length and keyed digest of its bytes; null where they were not looked at
 */
public record FoundRow(
    String table,
    long row,
    long byteOffset,
    long line,
    long length,
    @Nullable String reason,
    @Nullable First duplicateOf,
    @Nullable MaskedValue mask) {

  /** The row a duplicate repeats. */
  public record First(String source, String table, long row) {}

  FoundRow masked(@Nullable MaskedValue by) {
    return new FoundRow(table, row, byteOffset, line, length, reason, duplicateOf, by);
  }
}
