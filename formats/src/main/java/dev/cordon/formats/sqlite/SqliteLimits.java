package dev.cordon.formats.sqlite;

import dev.cordon.formats.dumps.DumpLimits;

/**
 * How much of a database is held at once, and how far its trees are followed.
 *
 * @param rows what is held of a row and of a table's definition
 * @param memoryBytes how much of a packed database may be held in memory
 * @param treeDepth how many pages may stand above a row
 * @param tables how many entries of the schema are read
 */
public record SqliteLimits(DumpLimits rows, long memoryBytes, int treeDepth, int tables) {

  /** Rows as in dumps, 512 MiB in memory, 40 levels (SQLite itself needs 20), 100,000 tables. */
  public static final SqliteLimits STANDARD =
      new SqliteLimits(DumpLimits.STANDARD, 512L << 20, 40, 100_000);

  /** Checks that all are positive. */
  public SqliteLimits {
    if (memoryBytes < 1 || treeDepth < 1 || tables < 1) {
      throw new IllegalArgumentException(
          "limits too small: " + memoryBytes + " bytes, " + treeDepth + " levels");
    }
  }
}
