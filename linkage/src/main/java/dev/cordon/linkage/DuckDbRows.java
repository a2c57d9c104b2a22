package dev.cordon.linkage;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Appends rows to a table of DuckDB; a row of another length or type is refused by name. */
record DuckDbRows(DuckDBAppender appender, String table, int columns) implements Engine.RowWriter {

  @Override
  public void row(@Nullable Object... values) {
    if (values.length != columns) {
      throw new LinkageException(
          "a row of " + table + " has " + columns + " values, not " + values.length);
    }
    try {
      appender.beginRow();
      for (Object value : values) {
        append(value);
      }
      appender.endRow();
    } catch (SQLException failure) {
      throw DuckDbFailure.of("a row of " + table + " could not be written", failure);
    }
  }

  private void append(@Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      appender.append(truth.booleanValue());
    } else {
      throw new LinkageException(
          "table " + table + " cannot take a value of " + value.getClass().getSimpleName());
    }
  }
}
