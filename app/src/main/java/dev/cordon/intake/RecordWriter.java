package dev.cordon.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * Writes one source's records, encrypted, as {@code FOLDER/<kind>/part-N.parquet}, a later key
 * version {@code V} as {@code kV-part-N.parquet}. Not thread-safe. Memory is bounded by one row
 * group of each kind.
 */
public final class RecordWriter implements AutoCloseable {

  private static final long PART_ROWS = 5_000_000;

  private final Path folder;
  private final int version;
  private final byte[] key;
  private final RowSet erased;
  private final Map<RecordKind, Part> parts = new EnumMap<>(RecordKind.class);

  /** Writes below the folder, which need not exist yet, under a key derived from the vault's. */
  public RecordWriter(Path folder, VaultKey key) {
    this(folder, key, RowSet.NONE);
  }

  /** The same; records of rows that were erased are not written. */
  RecordWriter(Path folder, VaultKey key, RowSet erased) {
    this.folder = folder;
    this.erased = erased;
    this.version = key.newest();
    this.key = key.derive(version, "records");
  }

  /** Appends one record to the data set of its kind. */
  public void write(NormalisedRecord entry) throws IOException {
    if (!erased.isEmpty() && erased.contains(entry.origin())) {
      return;
    }
    Part part = parts.get(entry.kind());
    if (part == null) {
      part = open(entry.kind(), 1);
    }
    if (part.rows == PART_ROWS) {
      part.writer.close();
      part = open(entry.kind(), part.number + 1);
    }
    part.writer.write(entry);
    part.rows++;
  }

  private Part open(RecordKind kind, int number) throws IOException {
    Path kindFolder = Files.createDirectories(folder.resolve(kind.dataSet()));
    Path file =
        kindFolder.resolve(new Vault.Version(version).prefix() + "part-" + number + ".parquet");
    Part part = new Part(number, ParquetRecords.writer(file, kind, key, version));
    parts.put(kind, part);
    return part;
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Part part : parts.values()) {
      try {
        part.writer.close();
      } catch (IOException failure) {
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    parts.clear();
    if (first != null) {
      throw first;
    }
  }

  private static final class Part {

    private final int number;
    private final ParquetWriter<NormalisedRecord> writer;
    private long rows;

    Part(int number, ParquetWriter<NormalisedRecord> writer) {
      this.number = number;
      this.writer = writer;
    }
  }
}
