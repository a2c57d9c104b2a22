package dev.cordon.formats.archives;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads TAR: v7, ustar, pax (global and local), GNU long names and sparse files. Header texts are
 * bounded; holes of sparse files are given as zeros.
 */
final class TarReader implements ArchiveReader {

  private static final int BLOCK = 512;
  private static final int MOST_HEADERS = 16;

  private final Source source;
  private final int textLimit;
  private final Map<String, String> global = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable TarContent content;
  private long dataLeft;
  private long padding;
  private List<TarSparse.Piece> pieces = List.of();
  private long realSize = -1;

  TarReader(InputStream stream, int textLimit) {
    this.source = new Source(stream);
    this.textLimit = textLimit;
  }

  @Override
  public @Nullable Header next() throws IOException {
    passOver();
    Map<String, String> local = new HashMap<>(global);
    List<String> sparse = new ArrayList<>();
    long offset = source.offset();
    for (int count = 0; count < MOST_HEADERS; count++) {
      if (!source.has(BLOCK)) {
        remarks.add(
            source.has(1) ? "the archive is cut in a header" : "the archive ends without its mark");
        return null;
      }
      byte[] block = source.bytes(BLOCK);
      if (isZero(block)) {
        end();
        return null;
      }
      TarBlock header = TarBlock.read(block, source.offset() - BLOCK);
      switch (header.type()) {
        case 'L' -> local.put("path", text(header));
        case 'K' -> local.put("linkpath", text(header));
        case 'g' -> TarBlock.records(data(header), global, new ArrayList<>());
        case 'x', 'X' -> TarBlock.records(data(header), local, sparse);
        default -> {
          return member(header, block, local, sparse, offset);
        }
      }
    }
    throw new IOException("has too many headers around one member");
  }

  private Header member(
      TarBlock block, byte[] raw, Map<String, String> pax, List<String> sparse, long offset)
      throws IOException {
    long stored = pax.containsKey("size") ? TarBlock.number(pax, "size") : block.size();
    dataLeft = block.hasData() ? stored : 0;
    padding = (BLOCK - dataLeft % BLOCK) % BLOCK;
    pieces = List.of();
    realSize = -1;
    String name = pax.getOrDefault("path", block.name());
    if (block.type() == 'S') {
      TarSparse old = TarSparse.old(raw, source);
      pieces = old.pieces();
      realSize = old.realSize();
    } else if (pax.containsKey("GNU.sparse.major")
        || !sparse.isEmpty()
        || pax.containsKey("GNU.sparse.map")) {
      TarSparse found = TarSparse.pax(pax, sparse, source, dataLeft);
      dataLeft -= found.headBytes();
      pieces = found.pieces();
      realSize = found.realSize();
      name = pax.getOrDefault("GNU.sparse.name", name);
    }
    ArchiveMember.Kind kind = block.kind(name);
    return new Header(
        name,
        kind,
        offset,
        realSize >= 0 ? realSize : dataLeft,
        time(pax, block),
        kind == ArchiveMember.Kind.LINK ? pax.getOrDefault("linkpath", block.linkName()) : null,
        kind == ArchiveMember.Kind.OTHER ? "is of a kind that is not opened" : null);
  }

  private static @Nullable Instant time(Map<String, String> pax, TarBlock block) {
    try {
      String text = pax.get("mtime");
      long seconds = text == null ? block.modified() : (long) Double.parseDouble(text);
      return Instant.ofEpochSecond(seconds);
    } catch (DateTimeException | NumberFormatException impossible) {
      return null;
    }
  }

  private String text(TarBlock header) throws IOException {
    byte[] data = data(header);
    int used = data.length;
    while (used > 0 && data[used - 1] == 0) {
      used--;
    }
    return Source.text(java.util.Arrays.copyOf(data, used));
  }

  private byte[] data(TarBlock header) throws IOException {
    if (header.size() > textLimit) {
      throw new IOException("has a header text of " + header.size() + " bytes");
    }
    byte[] data = source.bytes((int) header.size());
    source.skip((BLOCK - header.size() % BLOCK) % BLOCK);
    return data;
  }

  private void end() throws IOException {
    while (source.has(1)) {
      int at = source.atHand();
      for (int index = 0; index < at; index++) {
        if (source.buffer()[source.place() + index] != 0) {
          remarks.add("bytes follow after the end of the archive");
          return;
        }
      }
      source.take(at);
    }
  }

  private static boolean isZero(byte[] block) {
    for (byte next : block) {
      if (next != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public InputStream content() {
    TarContent opened = new TarContent();
    content = opened;
    return opened;
  }

  @Override
  public @Nullable String contentRemark() {
    return null;
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  private void passOver() throws IOException {
    content = null;
    source.skip(dataLeft);
    source.skip(padding);
    dataLeft = 0;
    padding = 0;
  }

  /** The member's bytes, holes as zeros. */
  private final class TarContent extends InputStream {

    private long position;
    private int piece;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (content != this || length == 0) {
        return length == 0 ? 0 : -1;
      }
      if (realSize < 0) {
        return stored(target, offset, length, dataLeft);
      }
      while (piece < pieces.size() && position >= pieces.get(piece).end()) {
        piece++;
      }
      boolean inPiece = piece < pieces.size() && position >= pieces.get(piece).offset();
      long until =
          inPiece
              ? pieces.get(piece).end()
              : piece < pieces.size() ? pieces.get(piece).offset() : realSize;
      if (until <= position) {
        return -1;
      }
      int wanted = (int) Math.min(length, until - position);
      int read = inPiece ? stored(target, offset, wanted, dataLeft) : hole(target, offset, wanted);
      position += Math.max(read, 0);
      return read;
    }

    private int hole(byte[] target, int offset, int length) {
      java.util.Arrays.fill(target, offset, offset + length, (byte) 0);
      return length;
    }

    private int stored(byte[] target, int offset, int length, long left) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = source.read(target, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw new EOFException();
      }
      dataLeft -= read;
      return read;
    }
  }
}
