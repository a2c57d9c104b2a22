package dev.cordon.intake;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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

  private final Connection connection;
  private final Runnable closing;

  private SealedRecords(Connection connection, Runnable closing) {
    this.connection = connection;
    this.closing = closing;
  }

  /** What the engine may use: megabytes beside the heap, and threads. */
  public record Limits(int memoryMegabytes, int threads) {

    /** What the environment may say, in megabytes, for questions over all records. */
    public static final String SETTING = "CORDON_ENGINE_MEMORY";

    private static final int LEAST = 512;

    /** A quarter of the heap's maximum, at least 512 MB; two threads. */
    public static Limits standard() {
      long quarter = Runtime.getRuntime().maxMemory() / 4 >> 20;
      return new Limits((int) Math.max(LEAST, Math.min(quarter, 1 << 20)), 2);
    }

    /**
     * For questions over all records of an operation, whose tables may not be written to a disk:
     * what {@link #SETTING} says, else a third of the machine's memory, at least 512 MB.
     *
     * @throws IntakeException where the setting is no number of at least 512
     */
    public static Limits ofAllRecords() {
      return ofAllRecords(System.getenv(SETTING), machineMegabytes());
    }

    static Limits ofAllRecords(@Nullable String setting, long machineMegabytes) {
      if (setting == null || setting.isBlank()) {
        return new Limits((int) Math.clamp(machineMegabytes / 3, LEAST, 1 << 20), 2);
      }
      try {
        int megabytes = Integer.parseInt(setting.strip());
        if (megabytes >= LEAST) {
          return new Limits(megabytes, 2);
        }
      } catch (NumberFormatException refused) {
        throw new IntakeException(wanted(setting), refused);
      }
      throw new IntakeException(wanted(setting));
    }

    private static String wanted(String setting) {
      return SETTING + " is '" + setting + "'; it takes whole megabytes, " + LEAST + " or more";
    }

    private static long machineMegabytes() {
      return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
          ? machine.getTotalMemorySize() >> 20
          : 0;
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
      Connection connection = RecordEngine.open(key, limits, properties);
      try {
        RecordEngine.hide(connection, hidden);
        RecordEngine.prepare(
            connection, root.toAbsolutePath().normalize(), folders, key, hidden.isEmpty());
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
}
