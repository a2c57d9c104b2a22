package dev.cordon.formats.archives;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of one archive: knows its place, looks ahead, can give bytes back. */
final class Source {

  private static final int SIZE_BYTES = 1 << 16;

  private final InputStream stream;
  private final byte[] buffer = new byte[SIZE_BYTES];
  private int place;
  private int end;
  private long base;

  Source(InputStream stream) {
    this.stream = stream;
  }

  /** The offset of the next byte. */
  long offset() {
    return base + place;
  }

  /** Whether so many bytes lie ahead, at most the size of the buffer. */
  boolean has(int count) throws IOException {
    if (end - place >= count) {
      return true;
    }
    System.arraycopy(buffer, place, buffer, 0, end - place);
    base += place;
    end -= place;
    place = 0;
    while (end < count) {
      int read = stream.read(buffer, end, buffer.length - end);
      if (read < 0) {
        return false;
      }
      end += read;
    }
    return true;
  }

  /** How many bytes are at hand without reading on, at least one unless the end is reached. */
  int atHand() throws IOException {
    return has(1) ? end - place : 0;
  }

  byte[] buffer() {
    return buffer;
  }

  /** Where in {@link #buffer()} the next byte stands. */
  int place() {
    return place;
  }

  void take(int count) {
    place += count;
  }

  /** Gives back bytes taken last. */
  void giveBack(int count) {
    place -= count;
  }

  int read(byte[] target, int offset, int length) throws IOException {
    int count = Math.min(atHand(), length);
    if (count == 0) {
      return length == 0 ? 0 : -1;
    }
    System.arraycopy(buffer, place, target, offset, count);
    place += count;
    return count;
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    int filled = 0;
    while (filled < count) {
      int read = read(bytes, filled, count - filled);
      if (read < 0) {
        throw new EOFException();
      }
      filled += read;
    }
    return bytes;
  }

  void skip(long count) throws IOException {
    long left = count;
    while (left > 0) {
      int at = (int) Math.min(left, atHand());
      if (at == 0) {
        throw new EOFException();
      }
      place += at;
      left -= at;
    }
  }

  /** A little-endian number at a distance from the next byte; the bytes must be at hand. */
  long number(int distance, int bytes) {
    return number(buffer, place + distance, bytes);
  }

  static long number(byte[] bytes, int offset, int count) {
    long value = 0;
    for (int index = count - 1; index >= 0; index--) {
      value = value << 8 | bytes[offset + index] & 0xFF;
    }
    return value;
  }

  /** Text as UTF-8, or as the character set of old archives where it is not valid. */
  static String text(byte[] bytes) {
    dev.cordon.formats.Text text = dev.cordon.formats.Text.of(bytes);
    return text.isWindows1252()
        ? new String(bytes, java.nio.charset.Charset.forName("IBM437"))
        : text.value();
  }

  static String ascii(byte[] bytes, int offset, int length) {
    int used = 0;
    while (used < length && bytes[offset + used] != 0) {
      used++;
    }
    return new String(bytes, offset, used, StandardCharsets.ISO_8859_1);
  }
}
