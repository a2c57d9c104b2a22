package dev.cordon.formats.marks;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Boxes of ISO base media files (HEIF, AVIF, MP4) and JPEG XL: XMP and C2PA in boxes of their own
 * at the top, EXIF and XMP as items of a HEIF's meta box, marks in the index of a video.
 */
final class BoxMarks {

  private static final int MOST_BOXES = 10_000;
  private static final String XMP = "be7acfcb97a942e89c71999491e3afac";
  private static final String C2PA = "d8fec3d61b0e483c92975828877ec481";

  private final Window window;
  private final MarksDraft draft;

  BoxMarks(Window window, MarksDraft draft) {
    this.window = window;
    this.draft = draft;
  }

  void read() throws IOException {
    long at = 0;
    for (int boxes = 0; boxes < MOST_BOXES && at + 8 <= window.size(); boxes++) {
      byte[] head = window.read(at, 16);
      long length = Window.big(head, 0, 4);
      int start = 8;
      if (length == 1) {
        length = Window.big(head, 8, 8);
        start = 16;
      } else if (length == 0) {
        length = window.size() - at;
      }
      if (length < start) {
        draft.note("a box in it has no length; what follows was not read");
        return;
      }
      box(Window.latin(head, 4, 4), at, at + start, length - start);
      at += length;
      if (at < 0) {
        return;
      }
    }
  }

  private void box(String type, long at, long start, long length) throws IOException {
    switch (type) {
      case "uuid" -> uuid(window.read(start, length));
      case "jumb" -> C2paReader.read(window.read(at, length + start - at), "jumb box", draft);
      case "xml " -> XmpReader.read(window.read(start, length), draft);
      case "Exif" -> item(window.read(start, length));
      case "moov" -> new MovieMarks(window, draft).read(start, start + length);
      case "meta" -> HeifItems.read(window, start + 4, length - 4, this::item, draft);
      default -> {}
    }
  }

  private void uuid(byte[] data) {
    if (data.length < 24) {
      return;
    }
    String id = HexFormat.of().formatHex(data, 0, 16);
    if (id.equals(XMP)) {
      XmpReader.read(Arrays.copyOfRange(data, 16, data.length), draft);
    } else if (id.equals(C2PA)) {
      int end = 20;
      while (end < data.length && data[end] != 0) {
        end++;
      }
      String purpose = Window.latin(data, 20, Math.min(end - 20, 40));
      // Behind the purpose lies the place of a Merkle tree.
      int store = end + 1 + 8;
      if (purpose.equals("manifest") && store < data.length) {
        C2paReader.read(Arrays.copyOfRange(data, store, data.length), "uuid box", draft);
      }
    }
  }

  /** An EXIF item: the place of the TIFF header, then, as a rule, the prefix and the header. */
  private void item(byte[] data) {
    long skipped = Window.big(data, 0, 4);
    if (data.length > 12 && skipped < data.length - 12) {
      MarkReader.exif(Arrays.copyOfRange(data, 4 + (int) skipped, data.length), draft);
    }
  }
}
