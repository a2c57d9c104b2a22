package dev.cordon.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 over records in their order: for each value that is there its column's number, its
 * length in bytes and its bytes. A record is gathered first and digested at once. Not thread-safe.
 */
final class RecordDigest {

  private static final byte END = -1;

  private final MessageDigest digest = sha256();
  private byte[] gathered = new byte[1024];
  private int size;

  void number(int column, long value) {
    room(10);
    gathered[size++] = (byte) column;
    gathered[size++] = Long.BYTES;
    for (int shift = 56; shift >= 0; shift -= 8) {
      gathered[size++] = (byte) (value >>> shift);
    }
  }

  void text(int column, byte[] value) {
    room(5 + value.length);
    gathered[size++] = (byte) column;
    for (int shift = 24; shift >= 0; shift -= 8) {
      gathered[size++] = (byte) (value.length >>> shift);
    }
    System.arraycopy(value, 0, gathered, size, value.length);
    size += value.length;
  }

  /** Digests a record as it is when written. */
  void add(RecordKind kind, NormalisedRecord entry) {
    List<RecordColumn> columns = kind.columns();
    text(0, entry.origin().source().toString().getBytes(StandardCharsets.UTF_8));
    text(1, entry.origin().table().getBytes(StandardCharsets.UTF_8));
    number(2, entry.origin().row());
    @Nullable Object[] own = entry.values();
    for (int index = 0; index < own.length; index++) {
      Object value = own[index];
      int column = index + NormalColumns.ORIGIN_COLUMNS;
      if (value != null) {
        switch (columns.get(column).type()) {
          case TEXT -> text(column, ((String) value).getBytes(StandardCharsets.UTF_8));
          case NUMBER -> number(column, (Long) value);
          case TIME -> number(column, ParquetRecords.micros((Instant) value));
        }
      }
    }
    endRecord();
  }

  void endRecord() {
    room(1);
    gathered[size++] = END;
    digest.update(gathered, 0, size);
    size = 0;
  }

  byte[] value() {
    return digest.digest();
  }

  private void room(int more) {
    if (gathered.length - size < more) {
      gathered = Arrays.copyOf(gathered, Math.max(gathered.length * 2, size + more));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
