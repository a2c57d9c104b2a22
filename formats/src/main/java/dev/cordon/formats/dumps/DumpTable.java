package dev.cordon.formats.dumps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a dump declares it: columns in order, primary key, the character set of its text. A
 * dump without its CREATE TABLE gives no columns.
 */
public record DumpTable(
    String name, List<DumpColumn> columns, List<String> primaryKey, @Nullable String charset) {

  /** A column: name, lower-case type, the column's own character set if it declares one. */
  public record DumpColumn(String name, String type, @Nullable String charset) {}

  /** Copies the lists. */
  public DumpTable {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
  }

  /** The names of the columns, in order. */
  public List<String> columnNames() {
    return columns.stream().map(DumpColumn::name).toList();
  }
}
