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
public final class RecordWriter implements RecordSink, AutoCloseable {

  private static final long PART_ROWS = 5_000_000;

  private final Path folder;
  private final int version;
  private final VaultKey vaultKey;
  private final byte[] key;
  private final RowSet erased;
  private final Map<RecordKind, RecordPlaces> places = new EnumMap<>(RecordKind.class);
  private final Map<RecordKind, Part> parts = new EnumMap<>(RecordKind.class);
  private final Map<RecordKind, RecordDigest> digests = new EnumMap<>(RecordKind.class);
  private final Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);
  private final QuarantineReasons reasons = new QuarantineReasons();

  /** Writes below the folder, which need not exist yet, under a key derived from the vault's. */
  public RecordWriter(Path folder, VaultKey key) {
    this(folder, key, RowSet.NONE);
  }

  /**
   * The same, but of erased rows nothing is written save that they are there: position and state.
   */
  public RecordWriter(Path folder, VaultKey key, RowSet erased) {
    this.folder = folder;
    this.vaultKey = key;
    this.version = key.newest();
    this.key = key.derive(version, "records");
    this.erased = erased;
  }

  /** Appends one record to the data set of its kind. */
  @Override
  public void write(NormalisedRecord entry) throws IOException {
    NormalisedRecord allowed = entry;
    if (!erased.isEmpty() && erased.contains(entry.origin())) {
      if (!(entry instanceof RowRecord row)) {
        return;
      }
      allowed = row.withoutKey();
    }
    append(allowed);
    if (entry instanceof RowRecord row && row.state() == RowRecord.State.QUARANTINED) {
      reasons.add(row);
    }
  }

  private void append(NormalisedRecord entry) throws IOException {
    Part part = parts.get(entry.kind());
    if (part == null) {
      part = open(entry.kind(), 1);
    }
    if (part.rows == PART_ROWS) {
      part.writer.close();
      part = open(entry.kind(), part.number + 1);
    }
    part.writer.write(entry);
    places
        .computeIfAbsent(entry.kind(), kind -> new RecordPlaces())
        .add(part.number, entry.origin());
    part.rows++;
  }

  /** What was written, when closed, with the texts written beside. */
  public RecordSummary summary(TextWriter texts) {
    SummaryDigest summary = new SummaryDigest(vaultKey);
    for (RecordKind kind : RecordKind.values()) {
      RecordDigest digest = digests.get(kind);
      if (digest != null) {
        summary.add(kind.dataSet(), counts.getOrDefault(kind, 0L), digest.value());
      }
    }
    summary.add(TextBlocks.FOLDER, texts.written(), texts.digest());
    return summary.of(reasons.list());
  }

  private Part open(RecordKind kind, int number) throws IOException {
    Path kindFolder = Files.createDirectories(folder.resolve(kind.dataSet()));
    Path file =
        kindFolder.resolve(new Vault.Version(version).prefix() + "part-" + number + ".parquet");
    RecordDigest digest = digests.computeIfAbsent(kind, one -> new RecordDigest());
    Part part = new Part(number, ParquetRecords.writer(file, kind, key, version, digest));
    parts.put(kind, part);
    return part;
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Map.Entry<RecordKind, Part> entry : parts.entrySet()) {
      Part part = entry.getValue();
      counts.put(entry.getKey(), (part.number - 1) * PART_ROWS + part.rows);
      try {
        part.writer.close();
        RecordPlaces its = places.remove(entry.getKey());
        if (its != null) {
          its.write(folder.resolve(entry.getKey().dataSet()), vaultKey);
        }
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
