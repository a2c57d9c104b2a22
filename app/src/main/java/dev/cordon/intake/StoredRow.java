package dev.cordon.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.crypto.FileDecryptionProperties;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/**
 * Reads the records of one row where {@link RecordPlaces} says they stand: of each kind one run of
 * rows instead of all files. Asked through {@link SealedRecords} alone, which asks for permission
 * and leaves out hidden rows.
 */
final class StoredRow {

  private static final DateTimeFormatter AS_WRITTEN =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .toFormatter(Locale.ROOT);

  private final VaultKey key;
  private final Origin origin;
  private final Map<RecordKind, List<Map<String, String>>> found = new EnumMap<>(RecordKind.class);

  private StoredRow(VaultKey key, Origin origin) {
    this.key = key;
    this.origin = origin;
  }

  /**
   * The records of a row by kind, each as its own columns in words; none where a kind's places were
   * not noted.
   */
  static Optional<Map<RecordKind, List<Map<String, String>>>> find(
      Path folder, VaultKey key, Origin origin) throws IOException {
    StoredRow row = new StoredRow(key, origin);
    for (RecordKind kind : RecordKind.values()) {
      Path kindFolder = folder.resolve(kind.dataSet());
      if (Files.isDirectory(kindFolder) && !row.read(kind, kindFolder)) {
        return Optional.empty();
      }
    }
    return Optional.of(row.found);
  }

  private boolean read(RecordKind kind, Path kindFolder) throws IOException {
    Optional<List<RecordPlaces.Block>> blocks =
        RecordPlaces.find(kindFolder, key, origin.table(), origin.row());
    if (blocks.isEmpty()) {
      return false;
    }
    for (RecordPlaces.Block block : blocks.get()) {
      read(kind, kindFolder, block);
    }
    return true;
  }

  private void read(RecordKind kind, Path kindFolder, RecordPlaces.Block block) throws IOException {
    for (int version : key.versions()) {
      Path file =
          kindFolder.resolve(
              new Vault.Version(version).prefix() + "part-" + block.part() + ".parquet");
      if (Files.exists(file)) {
        read(kind, file, version, block);
      }
    }
  }

  private void read(RecordKind kind, Path file, int version, RecordPlaces.Block block)
      throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(ParquetRecords.codecs())
            .withDecryption(
                FileDecryptionProperties.builder()
                    .withFooterKey(key.derive(version, "records"))
                    .build())
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      long start = 0;
      for (int group = 0; group < reader.getRowGroups().size(); group++) {
        long rows = reader.getRowGroups().get(group).getRowCount();
        if (start < block.from() + block.records() && block.from() < start + rows) {
          MessageType schema = reader.getFileMetaData().getSchema();
          read(kind, schema, reader.readRowGroup(group), rows);
        }
        start += rows;
      }
    }
  }

  private void read(RecordKind kind, MessageType schema, PageReadStore pages, long rows) {
    ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, new Nothing(), schema, "");
    List<Integer> wanted = wanted(schema, store, rows);
    if (wanted.isEmpty()) {
      return;
    }
    List<Map<String, String>> records = new ArrayList<>();
    wanted.forEach(place -> records.add(new LinkedHashMap<>()));
    for (RecordColumn column : own(kind)) {
      if (schema.containsField(column.name())) {
        ColumnReader reader = store.getColumnReader(descriptor(schema, column.name()));
        column(column, reader, wanted, records, rows);
      }
    }
    found.computeIfAbsent(kind, one -> new ArrayList<>()).addAll(records);
  }

  /** A column is read once: those of the origin were read to find the row. */
  private static List<RecordColumn> own(RecordKind kind) {
    return kind.columns().subList(NormalColumns.ORIGIN_COLUMNS, kind.columns().size());
  }

  /** The places of the row's records in this run. */
  private List<Integer> wanted(MessageType schema, ColumnReadStoreImpl store, long rows) {
    ColumnReader tables = store.getColumnReader(descriptor(schema, "source_table"));
    ColumnReader numbers = store.getColumnReader(descriptor(schema, "source_row"));
    byte[] table = origin.table().getBytes(StandardCharsets.UTF_8);
    List<Integer> wanted = new ArrayList<>();
    for (int place = 0; place < rows; place++) {
      if (numbers.getLong() == origin.row()
          && java.util.Arrays.equals(tables.getBinary().getBytesUnsafe(), table)) {
        wanted.add(place);
      }
      numbers.consume();
      tables.skip();
      tables.consume();
    }
    return wanted;
  }

  private static void column(
      RecordColumn column,
      ColumnReader reader,
      List<Integer> wanted,
      List<Map<String, String>> records,
      long rows) {
    int next = 0;
    int last = wanted.getLast();
    for (int place = 0; place < rows && place <= last; place++) {
      boolean isThere =
          reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel();
      if (place == wanted.get(next)) {
        if (isThere) {
          records.get(next).put(column.name(), text(column, reader));
        }
        next++;
      } else if (isThere) {
        reader.skip();
      }
      reader.consume();
    }
  }

  private static String text(RecordColumn column, ColumnReader reader) {
    return switch (column.type()) {
      case TEXT -> reader.getBinary().toStringUsingUTF8();
      case NUMBER -> Long.toString(reader.getLong());
      case TIME -> time(reader.getLong());
    };
  }

  /** As the engine writes it. */
  private static String time(long micros) {
    LocalDateTime at =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L),
            (int) Math.floorMod(micros, 1_000_000L) * 1000,
            ZoneOffset.UTC);
    return AS_WRITTEN.format(at);
  }

  private static ColumnDescriptor descriptor(MessageType schema, String name) {
    return schema.getColumnDescription(new String[] {name});
  }

  /** Columns are read one by one; nothing is put together. */
  private static final class Nothing extends GroupConverter {

    @Override
    public org.apache.parquet.io.api.Converter getConverter(int field) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
