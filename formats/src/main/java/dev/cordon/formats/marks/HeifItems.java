package dev.cordon.formats.marks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Items of a HEIF meta box that hold EXIF or XMP (ISO/IEC 14496-12, iinf and iloc). */
final class HeifItems {

  private static final int MOST_ITEMS = 20_000;
  private static final int MOST_EXTENTS = 1000;

  private final Window window;
  private final byte[] meta;
  private final Map<Long, String> types = new HashMap<>();
  private int at;

  private HeifItems(Window window, byte[] meta) {
    this.window = window;
    this.meta = meta;
  }

  static void read(Window window, long start, long length, Consumer<byte[]> exif, MarksDraft draft)
      throws IOException {
    HeifItems items = new HeifItems(window, window.read(start, length));
    items.boxes("iinf", items::information);
    items.boxes(
        "iloc", (from, end) -> items.locations(from, exif, xmp -> XmpReader.read(xmp, draft)));
  }

  private interface Box {
    void read(int from, int end) throws IOException;
  }

  private void boxes(String wanted, Box box) throws IOException {
    int place = 0;
    while (place + 8 <= meta.length) {
      long length = Window.big(meta, place, 4);
      if (length < 8 || place + length > meta.length) {
        return;
      }
      if (Window.latin(meta, place + 4, 4).equals(wanted)) {
        box.read(place + 8, place + (int) length);
      }
      place += (int) length;
    }
  }

  private void information(int from, int end) {
    if (from + 8 > end) {
      return;
    }
    int place = from + (meta[from] == 0 ? 6 : 8);
    for (int count = 0; count < MOST_ITEMS && place + 20 <= end; count++) {
      int length = (int) Math.min(Window.big(meta, place, 4), Integer.MAX_VALUE);
      if (length < 20 || place > end - length) {
        return;
      }
      int version = meta[place + 8] & 0xff;
      int id = place + 12;
      int idBytes = version == 2 ? 2 : 4;
      if (version >= 2) {
        String type = Window.latin(meta, id + idBytes + 2, 4);
        String rest = Window.latin(meta, id + idBytes + 6, place + length - id - idBytes - 6);
        boolean isOther = type.equals("mime") && !rest.contains("application/rdf+xml");
        types.put(Window.big(meta, id, idBytes), isOther ? "" : type);
      }
      place += length;
    }
  }

  private long next(int bytes) {
    long value = Window.big(meta, at, bytes);
    at += bytes;
    return value;
  }

  private void locations(int from, Consumer<byte[]> exif, Consumer<byte[]> xmp) throws IOException {
    at = from;
    int version = (int) next(4) >>> 24;
    int sizes = (int) next(2);
    int items = (int) Math.min(next(version < 2 ? 2 : 4), MOST_ITEMS);
    for (int item = 0; item < items && at < meta.length; item++) {
      String type = types.getOrDefault(next(version < 2 ? 2 : 4), "");
      int method = version > 0 ? (int) next(2) & 15 : 0;
      next(2);
      long base = next(sizes >>> 4 & 15);
      byte[] content = content(sizes, version, base);
      if (method == 0 && type.equals("Exif")) {
        exif.accept(content);
      } else if (method == 0 && type.equals("mime")) {
        xmp.accept(content);
      }
    }
  }

  private byte[] content(int sizes, int version, long base) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int extents = (int) next(2);
    for (int extent = 0; extent < extents && at < meta.length; extent++) {
      next(version > 0 ? sizes & 15 : 0);
      long offset = next(sizes >>> 12 & 15);
      long length = next(sizes >>> 8 & 15);
      boolean fits = content.size() + length <= 4 << 20 && extents <= MOST_EXTENTS;
      if (fits && length > 0) {
        byte[] piece = window.read(base + offset, length);
        content.write(piece, 0, piece.length);
      }
    }
    return content.toByteArray();
  }
}
