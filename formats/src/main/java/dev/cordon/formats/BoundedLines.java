package dev.cordon.formats;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes; of a line beyond the limit only length and digest are kept. */
public final class BoundedLines implements LineSource {

  private final ByteCursor cursor;
  private final int limitBytes;
  private final long start;
  private byte[] buffer = new byte[4096];

  /** Reads lines from the stream, each held up to the limit. */
  public BoundedLines(InputStream stream, int limitBytes) {
    this(stream, limitBytes, 0);
  }

  /**
   * Reads lines from a stream whose first byte has this offset, after a byte order mark for one.
   */
  public BoundedLines(InputStream stream, int limitBytes, long start) {
    this.start = start;
    this.cursor = new ByteCursor(stream);
    this.limitBytes = limitBytes;
  }

  /**
   * A line without its end. One that is too long has no bytes but the digest of all of them.
   *
   * @param ended whether a line feed followed
   */
  public record Line(byte[] bytes, Position position, @Nullable String digest, boolean ended) {

    /** Whether the line was too long to be kept. */
    public boolean isDropped() {
      return digest != null;
    }

    /** Whether there is nothing but blanks. */
    public boolean isBlank() {
      for (byte next : bytes) {
        if (next != ' ' && next != '\t' && next != '\r') {
          return false;
        }
      }
      return digest == null;
    }
  }

  @Override
  public @Nullable Line next() throws IOException {
    if (cursor.peek() < 0) {
      return null;
    }
    long offset = cursor.offset();
    long number = cursor.line();
    int used = 0;
    MessageDigest digest = null;
    while (cursor.peek() >= 0 && cursor.peek() != '\n') {
      if (used == buffer.length) {
        if (digest == null && buffer.length < limitBytes) {
          buffer = java.util.Arrays.copyOf(buffer, Math.min(limitBytes, buffer.length * 2));
        } else {
          digest = digest == null ? sha256() : digest;
          digest.update(buffer, 0, used);
          used = 0;
        }
      }
      used += cursor.readUntil('\n', '\n', buffer, used, buffer.length - used);
    }
    boolean ended = cursor.read() == '\n';
    Position position = new Position(start + offset, number, cursor.offset() - offset);
    if (digest != null) {
      digest.update(buffer, 0, used);
      return new Line(new byte[0], position, HexFormat.of().formatHex(digest.digest()), ended);
    }
    int length = used > 0 && buffer[used - 1] == '\r' ? used - 1 : used;
    return new Line(java.util.Arrays.copyOf(buffer, length), position, null, ended);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
