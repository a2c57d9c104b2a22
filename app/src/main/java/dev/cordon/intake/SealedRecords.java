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
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The one gate to the records: asks for permission, then opens them in DuckDB as one view for each
 * kind ({@code rows}, {@code accounts}, {@code selectors}, {@code facts}, {@code payments}, {@code
 * accesses}, {@code messages}), with the columns of {@link RecordKind}.
 *
 * <p>Promises: nothing is written to disk in the clear (no spill, no state), no extension is
 * loaded, no file outside the records' folder can be read; rows restricted or erased by an order
 * are in no view. Promises not: that a large query fits the memory limit; one that does not fails
 * by name.
 */
public final class SealedRecords implements AutoCloseable {

  private static final long NO_LIMIT = 1L << 62;
  private static final String EVERY_SOURCE = "*";

  private final Connection connection;

  private SealedRecords(Connection connection) {
    this.connection = connection;
  }

  /** What the engine may use. */
  public record Limits(int memoryMegabytes, int threads) {

    /** A quarter of the heap's maximum, at least 512 MB; two threads. */
    public static Limits standard() {
      long quarter = Runtime.getRuntime().maxMemory() / 4 >> 20;
      return new Limits((int) Math.max(512, Math.min(quarter, 1 << 20)), 2);
    }
  }

  /** Opens the records below a folder {@code records/<source>/<kind>/part-N.parquet}. */
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
    return open(records, EVERY_SOURCE, key, permission, limits, hidden);
  }

  /** The records with what is restricted, for who carries out an order; without what is erased. */
  static SealedRecords openRestricted(Path records, VaultKey key, RecordPermission permission) {
    RowSet erased = HiddenRows.read(folderOf(records), key).erased();
    return open(records, EVERY_SOURCE, key, permission, Limits.standard(), erased);
  }

  /** The records of one source without these rows, to be written anew. */
  static SealedRecords openSource(Path records, SourceId source, VaultKey key, RowSet without) {
    return open(
        records, source.toString(), key, RecordPermission.LOCAL, Limits.standard(), without);
  }

  private static Path folderOf(Path records) {
    Path parent = records.toAbsolutePath().normalize().getParent();
    return parent == null ? records : parent;
  }

  private static SealedRecords open(
      Path records,
      String source,
      VaultKey key,
      RecordPermission permission,
      Limits limits,
      RowSet hidden) {
    permission.require();
    try {
      Properties streaming = new Properties();
      streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
      Connection connection =
          source.equals(EVERY_SOURCE)
              ? DriverManager.getConnection("jdbc:duckdb:")
              : DriverManager.getConnection("jdbc:duckdb:", streaming);
      try {
        prepare(connection, records.toAbsolutePath().normalize(), source, key, limits, hidden);
      } catch (SQLException | IOException failure) {
        connection.close();
        throw failure;
      }
      return new SealedRecords(connection);
    } catch (SQLException failure) {
      throw new IntakeException("the records in " + records + " cannot be opened", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException("the records in " + records + " cannot be read", failure);
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
    }
  }

  private static void prepare(
      Connection connection,
      Path records,
      String source,
      VaultKey key,
      Limits limits,
      RowSet hidden)
      throws SQLException, IOException {
    hide(connection, hidden);
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
      statement.execute("SET allowed_directories = [" + literal(records + "/") + "]");
      statement.execute("SET enable_external_access = false");
      for (RecordKind kind : RecordKind.values()) {
        statement.execute(view(records, source, kind, key.versions(), hidden.isEmpty()));
      }
      // DuckDB 2.0 cannot skip within an encrypted column: a filter pushed into the scan fails with
      // "AES tag differs". Filters stay above the scan.
      statement.execute(
          "SET disabled_optimizers = 'filter_pushdown,join_filter_pushdown,late_materialization,top_n'");
      statement.execute("SET lock_configuration = true");
    }
  }

  /**
   * DuckDB 2.0.0.1 fails with "AES tag differs" when it applies a filter inside an encrypted chunk;
   * it does not push filters below a limit, so the view has one that nothing reaches.
   */
  private static String view(
      Path records, String source, RecordKind kind, List<Integer> versions, boolean whole)
      throws IOException {
    String columns =
        kind.columns().stream()
            .map(column -> "CAST(NULL AS " + column.type().sqlName() + ") AS " + column.name())
            .collect(Collectors.joining(", "));
    List<String> parts = new ArrayList<>();
    for (int version : versions) {
      if (hasAny(records, source, kind, version)) {
        parts.add(part(records, source, kind, version));
      }
    }
    return "CREATE VIEW "
        + kind.dataSet()
        + " AS "
        + (parts.isEmpty()
            ? "SELECT " + columns + " WHERE false"
            : "SELECT * FROM (" + String.join(" UNION ALL ", parts) + ")" + without(whole));
  }

  private static String without(boolean whole) {
    return whole ? "" : " ANTI JOIN hidden_row USING (source, source_table, source_row)";
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
  private static String part(Path records, String source, RecordKind kind, int version) {
    return "(SELECT * FROM read_parquet("
        + literal(
            records
                + "/"
                + source
                + "/"
                + kind.dataSet()
                + "/"
                + new Vault.Version(version).prefix()
                + "part-*.parquet")
        + ", encryption_config = {footer_key: '"
        + ParquetRecords.keyName(version)
        + "'}) LIMIT "
        + NO_LIMIT
        + ")";
  }

  private static boolean hasAny(Path records, String source, RecordKind kind, int version)
      throws IOException {
    if (!Files.isDirectory(records)) {
      return false;
    }
    String first = new Vault.Version(version).prefix() + "part-1.parquet";
    try (Stream<Path> sources = Files.list(records)) {
      return sources
          .filter(each -> source.equals(EVERY_SOURCE) || each.endsWith(source))
          .anyMatch(each -> Files.exists(each.resolve(kind.dataSet()).resolve(first)));
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
