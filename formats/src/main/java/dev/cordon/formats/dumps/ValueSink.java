package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.content.MediaKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Collects one value of a row; beyond the limit keeps only its length, digest and media verdict.
 */
final class ValueSink {

  private static final int CHUNK = 4096;
  private static final int SHORT_VALUE_BYTES = 4096;

  /** How much of one window is looked at again with the next, so that no signature is cut. */
  private static final int OVERLAP_BYTES = 256;

  private final DumpRow row;
  private final DumpLimits limits;
  private final byte[] scratch = new byte[CHUNK];
  private @Nullable MessageDigest digest;
  private @Nullable MediaKind found;
  private @Nullable ByteaDecoder bytea;
  private long dropped;
  private int overlap;

  ValueSink(DumpRow row, DumpLimits limits) {
    this.row = row;
    this.limits = limits;
  }

  void begin() {
    row.beginValue();
    digest = null;
    found = null;
    dropped = 0;
    overlap = 0;
    bytea = row.isBytea() ? new ByteaDecoder(this::put) : null;
  }

  /** Begins a value that is bytea whatever its column. */
  void beginBytea() {
    begin();
    bytea = new ByteaDecoder(this::put);
  }

  /** The value is written in another character set than its column. */
  void charset(Charset charset) {
    row.charset(charset);
  }

  void append(int next) {
    ByteaDecoder decoder = bytea;
    if (decoder == null) {
      put(next);
    } else {
      decoder.accept(next);
    }
  }

  /** Takes a byte of a number or a word. */
  void appendBare(int next) {
    put(next);
  }

  /** Takes the bytes as they are. */
  void append(byte[] bytes, int offset, int length) {
    int place = offset;
    int end = offset + length;
    while (place < end) {
      int count = Math.min(CHUNK, end - place);
      System.arraycopy(bytes, place, row.room(count), row.used(), count);
      row.advance(count);
      place += count;
      shedIfFull();
    }
  }

  /** Takes bytes up to a stop or a line feed straight from the stream. */
  void appendUntil(ByteCursor cursor, int stop, int otherStop) throws IOException {
    ByteaDecoder decoder = bytea;
    if (decoder != null) {
      int count = cursor.readUntil(stop, otherStop, scratch, 0, CHUNK);
      for (int index = 0; index < count; index++) {
        decoder.accept(scratch[index] & 0xFF);
      }
      return;
    }
    byte[] target = row.room(CHUNK);
    row.advance(cursor.readUntil(stop, otherStop, target, row.used(), CHUNK));
    shedIfFull();
  }

  /** Takes plain bytes of a number or a word straight from the stream. */
  void appendWhile(ByteCursor cursor, boolean[] plain) throws IOException {
    byte[] target = row.room(CHUNK);
    row.advance(cursor.readWhile(plain, target, row.used(), CHUNK));
    shedIfFull();
  }

  /** Takes the last byte back if it is this one. */
  void dropLast(int unwanted) {
    if (bytea == null && row.valueBytes() > 0) {
      row.dropLast(unwanted);
    }
  }

  /** Whether the value so far is this word, letter case ignored. */
  boolean isWord(String upperCase) {
    return digest == null && row.isWord(upperCase);
  }

  /** Ends the value; returns what is wrong with it, or null. */
  @Nullable String end(DumpRow.Kind kind) {
    ByteaDecoder decoder = bytea;
    boolean decoded = decoder != null && kind == DumpRow.Kind.STRING;
    if (decoded && decoder != null && !decoder.finish()) {
      return "has an unexpected character in a bytea value";
    }
    DumpRow.Kind written = decoded ? DumpRow.Kind.BINARY : kind;
    MessageDigest open = digest;
    if (open == null) {
      row.endValue(written);
      return null;
    }
    shed();
    row.endDroppedValue(written, dropped, open.digest(), found);
    return null;
  }

  long length() {
    return digest == null ? row.valueBytes() : dropped + row.valueBytes() - overlap;
  }

  private void put(int next) {
    row.append(next);
    shedIfFull();
  }

  private void shedIfFull() {
    if (row.valueBytes() >= limit()) {
      shed();
    }
  }

  private int limit() {
    return row.rowBytes() - row.valueBytes() > limits.rowBytes() - limits.valueBytes()
        ? SHORT_VALUE_BYTES
        : limits.valueBytes();
  }

  private void shed() {
    MessageDigest open = digest;
    if (open == null) {
      open = sha256();
      digest = open;
    }
    if (found == null) {
      found = row.judgeOpenValue();
    }
    int start = row.valueStart();
    int fresh = row.valueBytes() - overlap;
    open.update(row.data(), start + overlap, fresh);
    dropped += fresh;
    row.forgetAllBut(OVERLAP_BYTES);
    overlap = row.valueBytes();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
