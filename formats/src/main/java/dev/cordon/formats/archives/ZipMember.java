package dev.cordon.formats.archives;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A member's local header. */
record ZipMember(
    String name,
    long offset,
    int flags,
    int method,
    long crc,
    long packedSize,
    long size,
    boolean isZip64) {

  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int DEFLATED_64 = 9;
  static final int BZIP2 = 12;
  static final int LZMA = 14;
  static final int ZSTANDARD = 93;
  static final int XZ = 95;

  private static final int ENCRYPTED = 1;
  private static final int DESCRIBED_LATER = 8;
  private static final int ZIP64_EXTRA = 1;
  private static final long UNKNOWN = 0xFFFFFFFFL;

  /** Reads the header whose fixed part lies ahead. */
  static ZipMember read(Source source) throws IOException {
    long offset = source.offset();
    byte[] fixed = source.bytes(30);
    int nameBytes = (int) Source.number(fixed, 26, 2);
    int extraBytes = (int) Source.number(fixed, 28, 2);
    String name = Source.text(source.bytes(nameBytes));
    byte[] extra = source.bytes(extraBytes);
    long packed = Source.number(fixed, 18, 4);
    long size = Source.number(fixed, 22, 4);
    byte[] large = zip64(extra);
    if (large != null && (packed == UNKNOWN || size == UNKNOWN)) {
      int place = 0;
      if (size == UNKNOWN && large.length >= place + 8) {
        size = Source.number(large, place, 8);
        place += 8;
      }
      if (packed == UNKNOWN && large.length >= place + 8) {
        packed = Source.number(large, place, 8);
      }
    }
    if (packed < 0 || size < 0) {
      throw new IOException("has an impossible size");
    }
    return new ZipMember(
        name,
        offset,
        (int) Source.number(fixed, 6, 2),
        (int) Source.number(fixed, 8, 2),
        Source.number(fixed, 14, 4),
        packed,
        size,
        large != null);
  }

  static byte @Nullable [] zip64(byte[] extra) {
    int place = 0;
    while (place + 4 <= extra.length) {
      int id = (int) Source.number(extra, place, 2);
      int length = (int) Source.number(extra, place + 2, 2);
      if (id == ZIP64_EXTRA && place + 4 + length <= extra.length) {
        return Arrays.copyOfRange(extra, place + 4, place + 4 + length);
      }
      place += 4 + length;
    }
    return null;
  }

  boolean isEncrypted() {
    return (flags & ENCRYPTED) != 0;
  }

  boolean hasDescriptor() {
    return (flags & DESCRIBED_LATER) != 0;
  }

  /** Whether only a descriptor behind the content says how long it is. */
  boolean isLengthUnknown() {
    return hasDescriptor() && packedSize == 0;
  }

  /** Why the content cannot be read, or null. */
  @Nullable String closedReason() {
    if (isEncrypted()) {
      return "is encrypted and was not opened";
    }
    return switch (method) {
      case STORED, DEFLATED -> null;
      case DEFLATED_64, BZIP2, LZMA, ZSTANDARD, XZ ->
          isLengthUnknown() ? "does not say how long it is, and its packing does not either" : null;
      default -> "is packed by method " + method + ", which is not opened";
    };
  }

  /** How long the descriptor ahead is: its sizes have four or eight bytes. */
  int descriptorBytes(Source source) throws IOException {
    if (!source.has(24)) {
      return source.has(16) ? 16 : 4;
    }
    boolean small = looksLikeHeader(source, 16);
    boolean large = looksLikeHeader(source, 24);
    return large && (isZip64 || !small) ? 24 : 16;
  }

  private static boolean looksLikeHeader(Source source, int distance) throws IOException {
    return source.has(distance + 2) && source.number(distance, 2) == 0x4b50;
  }
}
