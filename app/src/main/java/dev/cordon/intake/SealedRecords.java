package dev.cordon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The one gate to the records: asks for permission, then opens them in DuckDB as one view for each
 * kind ({@code rows}, {@code accounts}, {@code selectors}, {@code facts}, {@code payments}, {@code
 * accesses}, {@code messages}), with the columns of {@link RecordKind}.
 *
 * <p>Promises: nothing is written to disk in the clear (no spill, no state), no extension is
 * loaded, no file outside the records' folder can be read. Promises not: that a large query fits
 * the memory limit; one that does not fails by name.
 */
public final class SealedRecords implements AutoCloseable {

  private static final long NO_LIMIT = 1L << 62;

  private final Connection connection;
  private final Runnable closing;

  private SealedRecords(Connection connection, Runnable closing) {
    this.connection = connection;
    this.closing = closing;
  }

  /** What the engine may use. */
  public record Limits(int memoryMegabytes, int threads) {

    /** A quarter of the heap's maximum, at least 512 MB; two threads. */
    public static Limits standard() {
      long quarter = Runtime.getRuntime().maxMemory() / 4 >> 20;
      return new Limits((int) Math.max(512, Math.min(quarter, 1 << 20)), 2);
    }
  }

  /**
   * Opens the records below a folder {@code records/<source>/<number>/<kind>/part-N.parquet}; those
   * that count now, until closed.
   */
  public static SealedRecords open(Path records, VaultKey key, RecordPermission permission) {
    return open(records, key, permission, Limits.standard());
  }

  /** As {@link #open(Path, VaultKey, RecordPermission)}, with limits. */
  public static SealedRecords open(
      Path records, VaultKey key, RecordPermission permission, Limits limits) {
    return open(records, key, permission, limits, RowSet.NONE);
  }

  /** As {@link #open(Path, VaultKey, RecordPermission, Limits)}, with more rows to hide. */
  static SealedRecords open(
      Path records, VaultKey key, RecordPermission permission, Limits limits, RowSet alsoHidden) {
    RowSet hidden = HiddenRows.read(folderOf(records), key).all().plus(alsoHidden);
    return open(records, null, key, permission, limits, hidden);
  }

  /** The records with what is restricted, for who carries out an order; without what is erased. */
  static SealedRecords openRestricted(Path records, VaultKey key, RecordPermission permission) {
    RowSet erased = HiddenRows.read(folderOf(records), key).erased();
    return open(records, null, key, permission, Limits.standard(), erased);
  }

  private static Path folderOf(Path records) {
    Path parent = records.toAbsolutePath().normalize().getParent();
    return parent == null ? records : parent;
  }

  private static SealedRecords open(
      Path records,
      @Nullable SourceId only,
      VaultKey key,
      RecordPermission permission,
      Limits limits,
      RowSet hidden) {
    permission.require();
    RecordFolders.Reading reading = RecordFolders.of(records).read();
    try {
      List<Path> folders =
          only == null ? reading.folders() : reading.folder(only).stream().toList();
      return open(records, folders, key, limits, new Properties(), hidden, reading::close);
    } catch (RuntimeException failure) {
      reading.close();
      throw failure;
    }
  }

  /** The records of one source alone: a question about it reads nothing of the others. */
  static SealedRecords openOnly(
      Path records, VaultKey key, RecordPermission permission, SourceId source, RowSet alsoHidden) {
    RowSet hidden = HiddenRows.read(folderOf(records), key).all().plus(alsoHidden);
    return open(records, source, key, permission, Limits.standard(), hidden);
  }

  /**
   * The records of one row, found where they stand without reading all; the first of its own is the
   * row itself.
   *
   * @return none where an earlier version did not note where records stand: then they are to be
   *     opened whole; an empty map where no reader gets the row
   */
  static Optional<Map<RecordKind, List<Map<String, String>>>> row(
      Vault vault, RecordPermission permission, Origin origin, RowSet alsoHidden) {
    permission.require();
    if (vault.hiddenRows().all().plus(alsoHidden).contains(origin)) {
      return Optional.of(Map.of());
    }
    try (RecordFolders.Reading reading = vault.folders().read()) {
      Optional<Path> folder = reading.folder(origin.source());
      return folder.isEmpty()
          ? Optional.of(Map.of())
          : StoredRow.find(folder.get(), vault.key(), origin);
    } catch (IOException failure) {
      throw new UncheckedIOException("the records of a row cannot be read", failure);
    }
  }

  /**
   * Opens the records of one source, {@code FOLDER/<kind>/part-N.parquet}, to be read through once
   * in the order they were written: results stream, memory does not grow with them. Nothing is
   * hidden, so that what is written anew from it is whole.
   */
  static SealedRecords openSource(Path folder, VaultKey key, RecordPermission permission) {
    return openSource(folder, key, permission, RowSet.NONE);
  }

  /** The same without these rows. */
  static SealedRecords openSource(
      Path folder, VaultKey key, RecordPermission permission, RowSet without) {
    Properties streamed = new Properties();
    streamed.setProperty("jdbc_stream_results", "true");
    Limits limits = new Limits(Limits.standard().memoryMegabytes(), 1);
    permission.require();
    return open(folder, List.of(folder), key, limits, streamed, without, () -> {});
  }

  private static SealedRecords open(
      Path root,
      List<Path> folders,
      VaultKey key,
      Limits limits,
      Properties properties,
      RowSet hidden,
      Runnable closing) {
    try {
      Connection connection = engine(key, limits, properties);
      try {
        hide(connection, hidden);
        prepare(connection, root.toAbsolutePath().normalize(), folders, key, hidden.isEmpty());
      } catch (SQLException failure) {
        connection.close();
        throw failure;
      }
      return new SealedRecords(connection, closing);
    } catch (SQLException failure) {
      throw new IntakeException("the records in " + root + " cannot be opened", failure);
    }
  }

  /** The engine with the views; closed with this gate. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IntakeException("the records could not be closed", failure);
    } finally {
      closing.run();
    }
  }

  /** An engine that has the keys and reaches nothing yet. */
  static Connection engine(VaultKey key, Limits limits) throws SQLException {
    return engine(key, limits, new Properties());
  }

  private static Connection engine(VaultKey key, Limits limits, Properties properties)
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

  private static void prepare(
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

  private static void hide(Connection connection, RowSet hidden) throws SQLException {
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
