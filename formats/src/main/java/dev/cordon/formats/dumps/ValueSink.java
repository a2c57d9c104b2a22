package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.content.MediaJudge;
import dev.cordon.formats.content.MediaKind;
import java.io.IOException;
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
  private @Nullable MessageDigest digest;
  private @Nullable MediaKind found;
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
  }

  void append(int next) {
    row.append(next);
    if (row.valueBytes() >= limit()) {
      shed();
    }
  }

  /** Takes bytes up to a quote, a backslash or a line feed straight from the stream. */
  void appendUntil(ByteCursor cursor, int stop, int otherStop) throws IOException {
    byte[] target = row.room(CHUNK);
    row.advance(cursor.readUntil(stop, otherStop, target, row.used(), CHUNK));
    if (row.valueBytes() >= limit()) {
      shed();
    }
  }

  void end(DumpRow.Kind kind) {
    MessageDigest open = digest;
    if (open == null) {
      row.endValue(kind);
      return;
    }
    shed();
    row.endDroppedValue(kind, dropped, open.digest(), found);
  }

  long length() {
    return digest == null ? row.valueBytes() : dropped + row.valueBytes() - overlap;
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
    int start = row.valueStart();
    if (found == null) {
      found = MediaJudge.judge(row.data(), start, row.valueBytes());
    }
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
