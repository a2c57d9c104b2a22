package dev.cordon.intake;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Encrypted Parquet as DuckDB 2.0 can read it: one page in a column chunk and data pages of version
 * 1 (it fails with "AES tag differs" on more pages in a chunk and on version 2).
 */
final class ParquetRecords {

  private static final String FOOTER_KEY = "records";

  private static final int ROW_GROUP_ROWS = 100_000;
  private static final int PAGE_BYTES = 256 << 20;
  private static final int ZSTD_LEVEL = 1;

  private ParquetRecords() {}

  /** The name under which files of one key version ask for their key. */
  static String keyName(int version) {
    return version == 1 ? FOOTER_KEY : FOOTER_KEY + "-" + version;
  }

  static ParquetWriter<NormalisedRecord> writer(
      Path file, RecordKind kind, byte[] key, int version, RecordDigest digest) throws IOException {
    return new Builder(new LocalOutputFile(file), kind, digest)
        .withConf(new PlainParquetConfiguration())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withCodecFactory(new ZstdCodecs())
        .withPageRowCountLimit(Integer.MAX_VALUE)
        .withPageSize(PAGE_BYTES)
        .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
        .withDictionaryEncoding(false)
        .withStatisticsEnabled(false)
        .withPageWriteChecksumEnabled(false)
        .withWriterVersion(WriterVersion.PARQUET_1_0)
        .withEncryption(
            FileEncryptionProperties.builder(key).withFooterKeyID(keyName(version)).build())
        .build();
  }

  /** How pages are packed and unpacked. */
  static CompressionCodecFactory codecs() {
    return new ZstdCodecs();
  }

  static MessageType schema(RecordKind kind) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (RecordColumn column : kind.columns()) {
      schema.addField(field(column));
    }
    return schema.named(kind.dataSet());
  }

  private static Type field(RecordColumn column) {
    Type.Repetition repetition =
        column.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
    return switch (column.type()) {
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case NUMBER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
      case TIME ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS))
              .named(column.name());
    };
  }

  /** A time as records hold it: microseconds since 1970, UTC. */
  static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000);
  }

  private static final class Builder extends ParquetWriter.Builder<NormalisedRecord, Builder> {

    private final RecordKind kind;
    private final RecordDigest digest;

    Builder(OutputFile file, RecordKind kind, RecordDigest digest) {
      super(file);
      this.kind = kind;
      this.digest = digest;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<NormalisedRecord> getWriteSupport(Configuration configuration) {
      return new Support(kind, digest);
    }

    @Override
    protected WriteSupport<NormalisedRecord> getWriteSupport(ParquetConfiguration configuration) {
      return new Support(kind, digest);
    }
  }

  private static final class Support extends WriteSupport<NormalisedRecord> {

    private final List<RecordColumn> columns;
    private final MessageType schema;
    private final RecordDigest digest;
    private final @Nullable String[] lastTexts;
    private final byte[][] lastBytes;
    private @Nullable RecordConsumer consumer;
    private @Nullable SourceId lastSource;
    private String sourceText = "";

    Support(RecordKind kind, RecordDigest digest) {
      this.columns = kind.columns();
      this.lastTexts = new @Nullable String[columns.size()];
      this.lastBytes = new byte[columns.size()][];
      this.schema = schema(kind);
      this.digest = digest;
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      this.consumer = consumer;
    }

    @Override
    public void write(NormalisedRecord entry) {
      RecordConsumer out = java.util.Objects.requireNonNull(consumer);
      Origin origin = entry.origin();
      @Nullable Object[] own = entry.values();
      out.startMessage();
      add(out, 0, text(origin.source()));
      add(out, 1, origin.table());
      add(out, 2, origin.row());
      for (int index = 0; index < own.length; index++) {
        add(out, index + 3, own[index]);
      }
      out.endMessage();
      digest.endRecord();
    }

    private void add(RecordConsumer out, int index, @Nullable Object value) {
      if (value == null) {
        return;
      }
      String name = columns.get(index).name();
      out.startField(name, index);
      switch (columns.get(index).type()) {
        case TEXT -> {
          byte[] bytes = bytes(index, (String) value);
          digest.text(index, bytes);
          out.addBinary(Binary.fromConstantByteArray(bytes));
        }
        case NUMBER -> addNumber(out, index, (Long) value);
        case TIME -> addNumber(out, index, micros((Instant) value));
      }
      out.endField(name, index);
    }

    private String text(SourceId source) {
      if (source != lastSource) {
        lastSource = source;
        sourceText = source.toString();
      }
      return sourceText;
    }

    /** Sources, tables, systems, kinds and the account of a row come again and again. */
    private byte[] bytes(int index, String text) {
      if (!text.equals(lastTexts[index])) {
        lastTexts[index] = text;
        lastBytes[index] = text.getBytes(StandardCharsets.UTF_8);
      }
      return lastBytes[index];
    }

    private void addNumber(RecordConsumer out, int index, long value) {
      digest.number(index, value);
      out.addLong(value);
    }
  }

  /** Zstandard without the Hadoop runtime that Parquet's own codec needs. */
  private static final class ZstdCodecs implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
      return new BytesInputCompressor() {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
          return BytesInput.from(Zstd.compress(bytes.toByteArray(), ZSTD_LEVEL));
        }

        @Override
        public CompressionCodecName getCodecName() {
          return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
      return new BytesInputDecompressor() {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
          byte[] plain = new byte[size];
          byte[] packed = bytes.toByteArray();
          long length = Zstd.decompressByteArray(plain, 0, size, packed, 0, packed.length);
          if (Zstd.isError(length) || length != size) {
            throw new IOException("a page of records does not unfold to its size");
          }
          return BytesInput.from(plain);
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer plain, int size)
            throws IOException {
          byte[] bytes = new byte[packedSize];
          packed.get(bytes);
          plain.put(decompress(BytesInput.from(bytes), size).toByteArray());
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public void release() {}
  }
}
