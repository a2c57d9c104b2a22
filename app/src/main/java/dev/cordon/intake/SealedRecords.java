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
    return open(records, key, permission, limits, "*");
  }

  /** The records of one source alone: a question about it reads nothing of the others. */
  static SealedRecords openOnly(
      Path records, VaultKey key, RecordPermission permission, SourceId source) {
    return open(records, key, permission, Limits.standard(), source.toString());
  }

  private static SealedRecords open(
      Path records, VaultKey key, RecordPermission permission, Limits limits, String sources) {
    permission.require();
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try {
        prepare(connection, records.toAbsolutePath().normalize(), key, limits, sources);
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
      Connection connection, Path records, VaultKey key, Limits limits, String sources)
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
        statement.execute(view(records, kind, key.versions(), sources));
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
  private static String view(Path records, RecordKind kind, List<Integer> versions, String sources)
      throws IOException {
    String columns =
        kind.columns().stream()
            .map(column -> "CAST(NULL AS " + column.type().sqlName() + ") AS " + column.name())
            .collect(Collectors.joining(", "));
    List<String> parts = new ArrayList<>();
    for (int version : versions) {
      if (hasAny(records, kind, version, sources)) {
        parts.add(part(records, kind, version, sources));
      }
    }
    return "CREATE VIEW "
        + kind.dataSet()
        + " AS "
        + (parts.isEmpty()
            ? "SELECT " + columns + " WHERE false"
            : String.join(" UNION ALL ", parts));
  }

  /** What one key version sealed: DuckDB takes one key for all files of a scan. */
  private static String part(Path records, RecordKind kind, int version, String sources) {
    return "(SELECT * FROM read_parquet("
        + literal(
            records
                + "/"
                + sources
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

  private static boolean hasAny(Path records, RecordKind kind, int version, String only)
      throws IOException {
    if (!Files.isDirectory(records)) {
      return false;
    }
    String first = new Vault.Version(version).prefix() + "part-1.parquet";
    try (Stream<Path> sources = Files.list(records)) {
      return sources
          .filter(source -> only.equals("*") || source.getFileName().toString().equals(only))
          .anyMatch(source -> Files.exists(source.resolve(kind.dataSet()).resolve(first)));
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
