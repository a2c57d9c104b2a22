package dev.cordon.formats.archives;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the stored pieces of a sparse file lie.
 *
 * @param headBytes how many bytes of the data the list itself took
 */
record TarSparse(List<Piece> pieces, long realSize, long headBytes) {

  static final int MOST_PIECES = 100_000;

  /** A stored piece. */
  record Piece(long offset, long length) {

    long end() {
      return offset + length;
    }
  }

  /** The list of the old GNU form, in the header and blocks after it. */
  static TarSparse old(byte[] block, Source source) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    add(pieces, block, 386, 4);
    boolean more = block[482] != 0;
    while (more) {
      byte[] next = source.bytes(512);
      add(pieces, next, 0, 21);
      more = next[504] != 0;
    }
    return checked(pieces, TarBlock.number(block, 483, 12), 0);
  }

  private static void add(List<Piece> pieces, byte[] block, int offset, int count)
      throws IOException {
    for (int index = 0; index < count && block[offset + index * 24] != 0; index++) {
      long start = TarBlock.number(block, offset + index * 24, 12);
      pieces.add(new Piece(start, TarBlock.number(block, offset + index * 24 + 12, 12)));
      if (pieces.size() > MOST_PIECES) {
        throw new IOException("has too many pieces");
      }
    }
  }

  /** The list of the pax forms 0.0, 0.1 and 1.0. */
  static TarSparse pax(Map<String, String> pax, List<String> pairs, Source source, long stored)
      throws IOException {
    if (pax.getOrDefault("GNU.sparse.major", "0").equals("1")) {
      return first(pax, source, stored);
    }
    List<String> numbers =
        pax.containsKey("GNU.sparse.map") ? List.of(pax.get("GNU.sparse.map").split(",")) : pairs;
    return checked(pieces(numbers), TarBlock.number(pax, "GNU.sparse.size"), 0);
  }

  private static TarSparse first(Map<String, String> pax, Source source, long stored)
      throws IOException {
    long start = source.offset();
    long count = line(source);
    if (count > MOST_PIECES) {
      throw new IOException("has too many pieces");
    }
    List<Piece> pieces = new ArrayList<>();
    for (long index = 0; index < count; index++) {
      long offset = line(source);
      pieces.add(new Piece(offset, line(source)));
    }
    long used = source.offset() - start;
    long blocks = (512 - used % 512) % 512;
    source.skip(blocks);
    if (used + blocks > stored) {
      throw new IOException("has an unreadable list of pieces");
    }
    return checked(pieces, TarBlock.number(pax, "GNU.sparse.realsize"), used + blocks);
  }

  private static long line(Source source) throws IOException {
    long value = 0;
    for (int digits = 0; digits < 19; digits++) {
      int next = source.bytes(1)[0];
      if (next == '\n' && digits > 0) {
        return value;
      }
      if (next < '0' || next > '9') {
        break;
      }
      value = value * 10 + next - '0';
    }
    throw new IOException("has an unreadable list of pieces");
  }

  private static List<Piece> pieces(List<String> numbers) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    try {
      for (int index = 0; index + 1 < numbers.size(); index += 2) {
        pieces.add(
            new Piece(
                Long.parseLong(numbers.get(index).strip()),
                Long.parseLong(numbers.get(index + 1).strip())));
      }
    } catch (NumberFormatException unreadable) {
      throw new IOException("has an unreadable list of pieces", unreadable);
    }
    return pieces;
  }

  private static TarSparse checked(List<Piece> pieces, long realSize, long headBytes)
      throws IOException {
    long end = 0;
    for (Piece piece : pieces) {
      if (piece.offset < end
          || piece.length < 0
          || piece.end() < piece.offset
          || piece.end() > realSize) {
        throw new IOException("has pieces that do not fit");
      }
      end = piece.end();
    }
    return new TarSparse(List.copyOf(pieces), realSize, headBytes);
  }
}
