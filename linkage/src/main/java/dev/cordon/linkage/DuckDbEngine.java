package dev.cordon.linkage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;

/**
 * DuckDB in this process. Its own database lives in memory only: no spill (DuckDB cannot encrypt
 * what it spills), no extension is installed or loaded, no file can be read.
 */
public final class DuckDbEngine implements Engine {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Where an engine over somebody's database keeps its tables. */
  private static final String DESK = "linkage_desk";

  /** A part may take one of so many parts of memory: the tables made before stay beside it. */
  private static final long SHARE_OF_A_PART = 4;

  private final Connection connection;
  private final boolean own;

  private DuckDbEngine(Connection connection, boolean own) {
    this.connection = connection;
    this.own = own;
  }

  /** A new database in memory that may use so much memory and so many threads. */
  public static DuckDbEngine inMemory(int memoryMegabytes, int threads) {
    return open(memoryMegabytes, threads, "");
  }

  /**
   * As {@link #inMemory}, but what does not fit is written to {@code folder}, in the clear. Only
   * for tables whose own files lie in the clear beside it, never for an operation's records.
   */
  public static DuckDbEngine spilling(int memoryMegabytes, int threads, Path folder) {
    return open(memoryMegabytes, threads, folder.toString());
  }

  private static DuckDbEngine open(int memoryMegabytes, int threads, String spill) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET autoinstall_known_extensions = false");
        statement.execute("SET autoload_known_extensions = false");
        statement.execute("SET temp_directory = '" + spill.replace("'", "''") + "'");
        // No query of a plan relies on the order rows arrived in; keeping it costs memory.
        statement.execute("SET preserve_insertion_order = false");
        statement.execute("SET memory_limit = '" + memoryMegabytes + "MB'");
        statement.execute("SET threads = " + threads);
        statement.execute("SET TimeZone = 'UTC'");
        statement.execute("SET enable_external_access = false");
        statement.execute("SET lock_configuration = true");
      } catch (SQLException failure) {
        connection.close();
        throw failure;
      }
      return new DuckDbEngine(connection, true);
    } catch (SQLException failure) {
      throw new LinkageException("DuckDB could not be started", failure);
    }
  }

  /**
   * Over an open database somebody else has secured and will close. Its tables lie beside that
   * database's, in memory and compressed, because what may not spill has to fit; they are gone when
   * this engine is closed.
   */
  public static DuckDbEngine over(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      String catalog = connection.getCatalog();
      statement.execute("ATTACH ':memory:' AS " + DESK + " (COMPRESS)");
      statement.execute("SET search_path = '" + DESK + "," + catalog + "'");
      return new DuckDbEngine(connection, false);
    } catch (SQLException failure) {
      throw new LinkageException("DuckDB gave no room for tables", failure);
    }
  }

  @Override
  public void create(String table, List<String> columns, RowSource rows) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TABLE " + table + " (" + String.join(", ", columns) + ")");
    } catch (SQLException failure) {
      throw new LinkageException("the table " + table + " could not be made", failure);
    }
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", table)) {
      rows.writeTo(new DuckDbRows(appender, table, columns.size()));
      appender.flush();
    } catch (SQLException failure) {
      throw DuckDbFailure.of("the table " + table + " could not be filled", failure);
    }
    compress(table);
  }

  @Override
  public void run(Plan plan) {
    for (Step step : plan.steps()) {
      for (int part = 0; part < step.parts(); part++) {
        String start =
            part == 0
                ? "CREATE OR REPLACE TABLE " + step.output() + " AS "
                : "INSERT INTO " + step.output() + " ";
        try (Statement statement = connection.createStatement()) {
          statement.execute(start + step.query(part));
        } catch (SQLException failure) {
          throw DuckDbFailure.of("step " + step.output() + " failed", failure);
        }
        compress(step.output());
      }
    }
  }

  @Override
  public int parts(long rows, int bytesOfARow) {
    StringBuilder limit = new StringBuilder();
    read("SELECT current_setting('memory_limit')", row -> limit.append(row.getString(1)));
    long partBytes = MemorySize.bytes(limit.toString()) / SHARE_OF_A_PART;
    return Math.toIntExact(rows * bytesOfARow / Math.max(1, partBytes)) + 1;
  }

  // New rows stay as they are until a checkpoint, which compresses them.
  private void compress(String table) {
    if (own) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT " + DESK);
    } catch (SQLException failure) {
      throw DuckDbFailure.of("the table " + table + " could not be compressed", failure);
    }
  }

  @Override
  public void read(String query, RowReader reader, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.row(rows);
        }
      }
    } catch (SQLException failure) {
      throw DuckDbFailure.of("a query failed", failure);
    }
  }

  @Override
  public void define(String name, ToDoubleBiFunction<String, String> function) {
    if (!NAME.matcher(name).matches()) {
      throw new LinkageException("a function has a plain lower-case name, not '" + name + "'");
    }
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameters(DuckDBColumnType.VARCHAR, DuckDBColumnType.VARCHAR)
          .withReturnType(DuckDBColumnType.DOUBLE)
          .withVectorizedFunction((input, output) -> apply(function, input, output))
          .register(connection);
    } catch (SQLException failure) {
      throw new LinkageException("the function " + name + " could not be defined", failure);
    }
  }

  private static void apply(
      ToDoubleBiFunction<String, String> function,
      DuckDBDataChunkReader input,
      DuckDBWritableVector output) {
    DuckDBReadableVector first = input.vector(0);
    DuckDBReadableVector second = input.vector(1);
    long rows = input.rowCount();
    for (long row = 0; row < rows; row++) {
      if (first.isNull(row) || second.isNull(row)) {
        output.setNull(row);
      } else {
        output.setDouble(row, function.applyAsDouble(first.getString(row), second.getString(row)));
      }
    }
  }

  @Override
  public void close() {
    try {
      if (own) {
        connection.close();
      } else {
        leave();
      }
    } catch (SQLException failure) {
      throw new LinkageException("DuckDB could not be closed", failure);
    }
  }

  private void leave() throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("RESET search_path");
      statement.execute("DETACH " + DESK);
    }
  }
}
