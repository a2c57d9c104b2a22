package dev.cordon.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a stream byte by byte, knows offset and line, can look ahead. Not thread-safe. */
public final class ByteCursor {

  private static final int SIZE_BYTES = 1 << 16;

  private final InputStream stream;
  private byte[] buffer = new byte[SIZE_BYTES];
  private int position;
  private int end;
  private long base;
  private long line = 1;

  /** Reads from the stream's present place, which counts as offset 0, line 1. */
  public ByteCursor(InputStream stream) {
    this.stream = stream;
  }

  /** The next byte, or -1 at the end. */
  public int read() throws IOException {
    if (position == end && !fill(1)) {
      return -1;
    }
    byte next = buffer[position++];
    if (next == '\n') {
      line++;
    }
    return next & 0xFF;
  }

  /** The next byte without taking it, or -1 at the end. */
  public int peek() throws IOException {
    if (position == end && !fill(1)) {
      return -1;
    }
    return buffer[position] & 0xFF;
  }

  /** The byte at a distance from the present place, without taking it, or -1. */
  public int peek(int distance) throws IOException {
    if (position + distance >= end && !fill(distance + 1)) {
      return -1;
    }
    return buffer[position + distance] & 0xFF;
  }

  /** Whether the coming bytes are this ASCII text, letter case ignored. */
  public boolean isAt(String ascii) throws IOException {
    for (int index = 0; index < ascii.length(); index++) {
      if (lower(peek(index)) != lower(ascii.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  /** Takes this many bytes. */
  public void skip(int count) throws IOException {
    for (int index = 0; index < count; index++) {
      if (read() < 0) {
        return;
      }
    }
  }

  /**
   * Copies bytes up to, not including, the first of two stop bytes or a line feed, at most as many
   * as fit, and takes them. Returns how many.
   */
  public int readUntil(int stop, int otherStop, byte[] target, int offset, int length)
      throws IOException {
    if (position == end && !fill(1)) {
      return 0;
    }
    int limit = Math.min(end, position + length);
    int index = position;
    while (index < limit) {
      byte next = buffer[index];
      if (next == stop || next == otherStop || next == '\n') {
        break;
      }
      index++;
    }
    int count = index - position;
    System.arraycopy(buffer, position, target, offset, count);
    position = index;
    return count;
  }

  /**
   * Copies plain bytes, those the table says yes to, at most as many as fit, and takes them. Line
   * feeds are never plain. Returns how many.
   */
  public int readWhile(boolean[] plain, byte[] target, int offset, int length) throws IOException {
    if (position == end && !fill(1)) {
      return 0;
    }
    int limit = Math.min(end, position + length);
    int index = position;
    while (index < limit && plain[buffer[index] & 0xFF]) {
      index++;
    }
    int count = index - position;
    System.arraycopy(buffer, position, target, offset, count);
    position = index;
    return count;
  }

  /** The coming bytes, at most so many, without taking them. */
  public byte[] head(int most) throws IOException {
    peek(most - 1);
    return Arrays.copyOfRange(buffer, position, Math.min(end, position + most));
  }

  /** The offset of the next byte. */
  public long offset() {
    return base + position;
  }

  /** The line of the next byte, from 1. */
  public long line() {
    return line;
  }

  private boolean fill(int wanted) throws IOException {
    if (wanted > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(wanted, buffer.length * 2));
    }
    if (position + wanted > buffer.length) {
      System.arraycopy(buffer, position, buffer, 0, end - position);
      base += position;
      end -= position;
      position = 0;
    } else if (position == end) {
      base += position;
      position = 0;
      end = 0;
    }
    while (end - position < wanted) {
      int count = stream.read(buffer, end, buffer.length - end);
      if (count < 0) {
        return false;
      }
      end += count;
    }
    return true;
  }

  private static int lower(int letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
  }
}
