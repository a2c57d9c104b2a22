package dev.cordon.formats.archives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One header block of a TAR archive. */
record TarBlock(char type, String name, String linkName, long size, long modified) {

  private static final int MOST_RECORDS = 10_000;

  static TarBlock read(byte[] block, long offset) throws IOException {
    if (!fits(block)) {
      throw new IOException("is no longer a TAR archive from byte " + offset);
    }
    String name = text(block, 0, 100);
    boolean ustar = Source.ascii(block, 257, 6).equals("ustar");
    String prefix = ustar && block[263] == '0' ? text(block, 345, 155) : "";
    long size = number(block, 124, 12);
    if (size < 0) {
      throw new IOException("has an impossible size at byte " + offset);
    }
    char type = block[156] == 0 ? '0' : (char) (block[156] & 0xFF);
    return new TarBlock(
        type,
        prefix.isEmpty() ? name : prefix + "/" + name,
        text(block, 157, 100),
        size,
        number(block, 136, 12));
  }

  private static String text(byte[] block, int offset, int length) {
    int used = 0;
    while (used < length && block[offset + used] != 0) {
      used++;
    }
    return Source.text(Arrays.copyOfRange(block, offset, offset + used));
  }

  /** Whether the block's own sum fits, with signed or unsigned bytes. */
  static boolean fits(byte[] block) {
    long stated;
    try {
      stated = number(block, 148, 8);
    } catch (IOException unreadable) {
      return false;
    }
    long unsigned = 0;
    long signed = 0;
    for (int index = 0; index < block.length; index++) {
      byte next = index >= 148 && index < 156 ? (byte) ' ' : block[index];
      unsigned += next & 0xFF;
      signed += next;
    }
    return stated == unsigned || stated == signed;
  }

  /** An octal number, or a binary one where the first bit is set. */
  static long number(byte[] block, int offset, int length) throws IOException {
    if ((block[offset] & 0x80) != 0) {
      long value = block[offset] & 0x3F;
      for (int index = 1; index < length; index++) {
        if (value >> 54 != 0) {
          throw new IOException("has a number that is too large");
        }
        value = value << 8 | block[offset + index] & 0xFF;
      }
      return (block[offset] & 0x40) != 0 ? -1 : value;
    }
    String digits = Source.ascii(block, offset, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException unreadable) {
      throw new IOException("has an unreadable number", unreadable);
    }
  }

  /** A number in an extended header. */
  static long number(Map<String, String> pax, String key) throws IOException {
    try {
      long value = Long.parseLong(pax.getOrDefault(key, "0").strip());
      if (value < 0) {
        throw new IOException("has a negative " + key);
      }
      return value;
    } catch (NumberFormatException unreadable) {
      throw new IOException("has an unreadable " + key, unreadable);
    }
  }

  /** The records of an extended header: length, blank, key, equals sign, value, line feed. */
  static void records(byte[] data, Map<String, String> into, List<String> sparse)
      throws IOException {
    int place = 0;
    while (place < data.length && data[place] != 0) {
      int blank = place;
      while (blank < data.length && data[blank] >= '0' && data[blank] <= '9') {
        blank++;
      }
      int length = blank - place > 7 || blank == place ? 0 : decimal(data, place, blank);
      int equals = blank + 1;
      while (equals < data.length && data[equals] != '=') {
        equals++;
      }
      int end = place + length;
      if (length == 0 || end > data.length || equals >= end || data[end - 1] != '\n') {
        throw new IOException("has an unreadable extended header");
      }
      String key = new String(data, blank + 1, equals - blank - 1, StandardCharsets.UTF_8);
      String value = Source.text(Arrays.copyOfRange(data, equals + 1, end - 1));
      if (key.equals("GNU.sparse.offset") || key.equals("GNU.sparse.numbytes")) {
        sparse.add(value);
      } else {
        into.put(key, value);
      }
      if (into.size() > MOST_RECORDS || sparse.size() > 2 * TarSparse.MOST_PIECES) {
        throw new IOException("has too many extended header records");
      }
      place = end;
    }
  }

  private static int decimal(byte[] data, int start, int end) {
    return Integer.parseInt(new String(data, start, end - start, StandardCharsets.ISO_8859_1));
  }

  boolean hasData() {
    return switch (type) {
      case '1', '2', '3', '4', '5', '6' -> false;
      default -> true;
    };
  }

  ArchiveMember.Kind kind(String name) {
    return switch (type) {
      case '0', '7', 'S' ->
          name.endsWith("/") ? ArchiveMember.Kind.FOLDER : ArchiveMember.Kind.FILE;
      case '1', '2' -> ArchiveMember.Kind.LINK;
      case '3', '4', '6' -> ArchiveMember.Kind.DEVICE;
      case '5', 'D' -> ArchiveMember.Kind.FOLDER;
      default -> ArchiveMember.Kind.OTHER;
    };
  }
}
