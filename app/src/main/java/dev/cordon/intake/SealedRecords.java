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
    return open(records, "/*/", key, permission, limits, new Properties());
  }

  /**
   * Opens the records of one source, {@code FOLDER/<kind>/part-N.parquet}, to be read through once
   * in the order they were written: results stream, memory does not grow with them.
   */
  static SealedRecords openSource(Path folder, VaultKey key, RecordPermission permission) {
    Properties streamed = new Properties();
    streamed.setProperty("jdbc_stream_results", "true");
    Limits limits = new Limits(Limits.standard().memoryMegabytes(), 1);
    return open(folder, "/", key, permission, limits, streamed);
  }

  private static SealedRecords open(
      Path records,
      String below,
      VaultKey key,
      RecordPermission permission,
      Limits limits,
      Properties properties) {
    permission.require();
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
      try {
        prepare(connection, records.toAbsolutePath().normalize(), below, key, limits);
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
      Connection connection, Path records, String below, VaultKey key, Limits limits)
      throws SQLException, IOException {
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
        statement.execute(view(records, below, kind, key.versions()));
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
   * it does not push filters below a limit, so the view has one that nothing reaches. Columns are
   * found by their names: records an earlier version wrote may lack some, which are then empty.
   */
  private static String view(Path records, String below, RecordKind kind, List<Integer> versions)
      throws IOException {
    String columns =
        kind.columns().stream()
            .map(column -> "CAST(NULL AS " + column.type().sqlName() + ") AS " + column.name())
            .collect(Collectors.joining(", "));
    List<String> parts = new ArrayList<>();
    parts.add("SELECT " + columns + " WHERE false");
    for (int version : versions) {
      if (hasAny(records, below, kind, version)) {
        parts.add(part(records, below, kind, version));
      }
    }
    return "CREATE VIEW " + kind.dataSet() + " AS " + String.join(" UNION ALL BY NAME ", parts);
  }

  /** What one key version sealed: DuckDB takes one key for all files of a scan. */
  private static String part(Path records, String below, RecordKind kind, int version) {
    return "(SELECT * FROM read_parquet("
        + literal(
            records
                + below
                + kind.dataSet()
                + "/"
                + new Vault.Version(version).prefix()
                + "part-*.parquet")
        + ", union_by_name = true, encryption_config = {footer_key: '"
        + ParquetRecords.keyName(version)
        + "'}) LIMIT "
        + NO_LIMIT
        + ")";
  }

  private static boolean hasAny(Path records, String below, RecordKind kind, int version)
      throws IOException {
    if (!Files.isDirectory(records)) {
      return false;
    }
    String first = new Vault.Version(version).prefix() + "part-1.parquet";
    if (below.equals("/")) {
      return Files.exists(records.resolve(kind.dataSet()).resolve(first));
    }
    try (Stream<Path> sources = Files.list(records)) {
      return sources.anyMatch(
          source -> Files.exists(source.resolve(kind.dataSet()).resolve(first)));
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
