package dev.cordon.linkage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs plans. Implementations MUST make every step's output visible to later steps and queries,
 * give the same rows for the same input whatever the number of threads, and fail with the step's
 * name. They MUST NOT load code from a network or write rows to disk in the clear. Callers MUST NOT
 * share an engine between threads.
 */
public interface Engine extends AutoCloseable {

  /** Receives rows one at a time; must not keep the row. */
  @FunctionalInterface
  interface RowReader {
    /** Takes the row the cursor stands on. */
    void row(ResultSet row) throws SQLException;
  }

  /** Writes rows of a new table; every call of {@link #row} has as many values as columns. */
  interface RowWriter {
    /** Appends one row of String, Integer, Long, Double, Boolean or null. */
    void row(@Nullable Object... values);
  }

  /** Fills a table. */
  @FunctionalInterface
  interface RowSource {
    /** Writes all rows. */
    void writeTo(RowWriter writer);
  }

  /** Makes a table with columns like {@code "holder INTEGER"} and fills it. */
  void create(String table, List<String> columns, RowSource rows);

  /** Runs the plan's steps in order; an output made before is replaced. */
  void run(Plan plan);

  /**
   * In how many parts a step should be run that makes so many rows, each of about so many bytes
   * while it is made: what one part makes is a small share of the memory the engine may use.
   */
  int parts(long rows, int bytesOfARow);

  /** Reads the result of a query row by row, the values bound in order. */
  void read(String query, RowReader reader, Object... values);

  /**
   * Makes a function of two texts known to plans under a plain lower-case name. It is called from
   * several threads at once and never with a missing text; a missing argument gives a missing
   * result.
   */
  void define(String name, ToDoubleBiFunction<String, String> function);

  /** One whole number from a query of one row and one column. */
  default long count(String query, Object... values) {
    long[] result = new long[1];
    read(query, row -> result[0] = row.getLong(1), values);
    return result[0];
  }

  @Override
  void close();
}
