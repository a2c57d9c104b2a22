package dev.cordon.formats.sqlite;

import dev.cordon.formats.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The first hundred bytes of a database. */
record DatabaseHeader(
    int pageBytes, int usableBytes, long pages, long freePages, Charset charset, boolean isWal) {

  static final int SIZE_BYTES = 100;

  private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  static DatabaseHeader read(RandomBytes bytes) throws IOException {
    byte[] head = new byte[SIZE_BYTES];
    int count = bytes.read(0, head, SIZE_BYTES);
    boolean signed = java.util.Arrays.equals(SIGNATURE, java.util.Arrays.copyOf(head, 16));
    if (count < SIZE_BYTES || !signed) {
      throw new FormatException("is no SQLite database: its header is missing or cut");
    }
    ByteBuffer header = ByteBuffer.wrap(head);
    int written = header.getShort(16) & 0xFFFF;
    int pageBytes = written == 1 ? 1 << 16 : written;
    int usable = pageBytes - (head[20] & 0xFF);
    if (Integer.bitCount(pageBytes) != 1 || pageBytes < 512 || usable < 480) {
      throw new FormatException("its header names an impossible page size, " + pageBytes);
    }
    int version = Math.max(head[18], head[19]);
    if (version > 2) {
      throw new FormatException("is written by a later kind of SQLite (version " + version + ")");
    }
    long pages = (bytes.size() + pageBytes - 1) / pageBytes;
    long freePages = header.getInt(36) & 0xFFFFFFFFL;
    return new DatabaseHeader(
        pageBytes, usable, pages, freePages, charset(header.getInt(56)), version == 2);
  }

  private static Charset charset(int encoding) {
    return switch (encoding) {
      case 0, 1 -> StandardCharsets.UTF_8;
      case 2 -> StandardCharsets.UTF_16LE;
      case 3 -> StandardCharsets.UTF_16BE;
      default -> throw new FormatException("its header names an unknown text encoding " + encoding);
    };
  }

  /** How many pages the header says there are, 0 where it does not say. */
  static long declaredPages(RandomBytes bytes) throws IOException {
    byte[] head = new byte[SIZE_BYTES];
    bytes.read(0, head, SIZE_BYTES);
    ByteBuffer header = ByteBuffer.wrap(head);
    boolean isValid = header.getInt(24) == header.getInt(92);
    return isValid ? header.getInt(28) & 0xFFFFFFFFL : 0;
  }
}
