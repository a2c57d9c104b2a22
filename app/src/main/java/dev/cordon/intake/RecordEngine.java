package dev.cordon.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Makes the engine behind {@link SealedRecords}: with the keys, without a way to write, confined to
 * the records' folder, one view for each kind. Only the gate and who compares two readings ask it.
 */
final class RecordEngine {

  private static final long NO_LIMIT = 1L << 62;

  private RecordEngine() {}

  /** An engine that has the keys and reaches nothing yet. */
  static Connection open(VaultKey key, SealedRecords.Limits limits) throws SQLException {
    return open(key, limits, new Properties());
  }

  static Connection open(VaultKey key, SealedRecords.Limits limits, Properties properties)
      throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET autoload_known_extensions = false");
      statement.execute("SET temp_directory = ''");
      statement.execute("SET memory_limit = '" + limits.memoryMegabytes() + "MB'");
      statement.execute("SET threads = " + limits.threads());
      statement.execute("SET TimeZone = 'UTC'");
      for (int version : key.versions()) {
        String secret = Base64.getEncoder().encodeToString(key.derive(version, "records"));
        statement.execute(
            "PRAGMA add_parquet_key('" + ParquetRecords.keyName(version) + "', '" + secret + "')");
      }
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  static void prepare(
      Connection connection, Path root, List<Path> folders, VaultKey key, boolean whole)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      confine(statement, List.of(root));
      for (RecordKind kind : RecordKind.values()) {
        statement.execute(view(kind.dataSet(), folders, kind, key.versions(), whole));
      }
      statement.execute("SET lock_configuration = true");
    }
  }

  /** From now on the engine reads below these folders only. */
  static void confine(Statement statement, List<Path> roots) throws SQLException {
    statement.execute(
        "SET allowed_directories = ["
            + roots.stream().map(root -> literal(root + "/")).collect(Collectors.joining(", "))
            + "]");
    statement.execute("SET enable_external_access = false");
    // DuckDB 2.0 cannot skip within an encrypted column: a filter pushed into the scan fails with
    // "AES tag differs". Filters stay above the scan.
    statement.execute(
        "SET disabled_optimizers = 'filter_pushdown,join_filter_pushdown,late_materialization,top_n'");
  }

  /**
   * DuckDB 2.0.0.1 fails with "AES tag differs" when it applies a filter inside an encrypted chunk;
   * it does not push filters below a limit, so the view has one that nothing reaches. Columns are
   * found by their names: records an earlier version wrote may lack some, which are then empty.
   */
  static String view(String name, List<Path> folders, RecordKind kind, List<Integer> versions) {
    return view(name, folders, kind, versions, true);
  }

  private static String view(
      String name, List<Path> folders, RecordKind kind, List<Integer> versions, boolean whole) {
    String columns =
        kind.columns().stream()
            .map(column -> "CAST(NULL AS " + column.type().sqlName() + ") AS " + column.name())
            .collect(Collectors.joining(", "));
    List<String> parts = new ArrayList<>();
    parts.add("SELECT " + columns + " WHERE false");
    for (int version : versions) {
      List<Path> holding =
          folders.stream().filter(folder -> hasAny(folder, kind, version)).toList();
      if (!holding.isEmpty()) {
        parts.add(part(holding, kind, version));
      }
    }
    return "CREATE VIEW "
        + name
        + " AS SELECT * FROM ("
        + String.join(" UNION ALL BY NAME ", parts)
        + ")"
        + (whole ? "" : " ANTI JOIN hidden_row USING (source, source_table, source_row)");
  }

  static void hide(Connection connection, RowSet hidden) throws SQLException {
    if (hidden.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE hidden_row (source VARCHAR, source_table VARCHAR, source_row BIGINT)");
    }
    List<Origin> rows = new ArrayList<>();
    hidden.each(rows::add);
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", "hidden_row")) {
      for (Origin row : rows) {
        appender.beginRow();
        appender.append(row.source().toString());
        appender.append(row.table());
        appender.append(row.row());
        appender.endRow();
      }
    }
  }

  /** What one key version sealed: DuckDB takes one key for all files of a scan. */
  private static String part(List<Path> folders, RecordKind kind, int version) {
    String files =
        folders.stream()
            .map(folder ->
                literal(
                    folder.resolve(kind.dataSet())
                        + "/"
                        + new Vault.Version(version).prefix()
                        + "part-*.parquet"))
            .collect(Collectors.joining(", "));
    return "(SELECT * FROM read_parquet(["
        + files
        + "], union_by_name = true, encryption_config = {footer_key: '"
        + ParquetRecords.keyName(version)
        + "'}) LIMIT "
        + NO_LIMIT
        + ")";
  }

  private static boolean hasAny(Path folder, RecordKind kind, int version) {
    String first = new Vault.Version(version).prefix() + "part-1.parquet";
    return Files.exists(folder.resolve(kind.dataSet()).resolve(first));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
