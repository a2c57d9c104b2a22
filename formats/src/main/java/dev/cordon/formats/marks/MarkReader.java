package dev.cordon.formats.marks;

import dev.cordon.formats.sqlite.RandomBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the marks of a file, told by its first bytes. Time grows with the file's size at most for
 * forms that are searched (GIF, SVG, PDF, the first 16 MB); else only metadata are read. One thread
 * at a time for one file.
 */
public final class MarkReader {

  private MarkReader() {}

  /**
   * The marks; what is broken is noted and ends that part, and never throws.
   *
   * @throws IOException where the bytes themselves can not be read
   */
  public static Marks read(RandomBytes bytes, KeyedDigest keyed) throws IOException {
    MarksDraft draft = new MarksDraft(keyed);
    Window window = new Window(bytes);
    byte[] head = window.read(0, 64);
    String text = Window.latin(head, 0, 64);
    try {
      marks(window, text, draft);
    } catch (RuntimeException broken) {
      draft.note("its marks could not be read to their end");
    }
    return draft.end();
  }

  /**
   * The marks somebody else read of a file and tells: a report of a phone extraction.
   *
   * @param taken in the forms of EXIF and ISO 8601; others are passed over
   */
  public static Marks told(
      String make, String model, String taken, boolean hasPosition, KeyedDigest keyed) {
    MarksDraft draft = new MarksDraft(keyed);
    draft.make(make);
    draft.model(model);
    draft.taken(taken);
    if (hasPosition) {
      draft.position();
    }
    return draft.end();
  }

  private static void marks(Window window, String text, MarksDraft draft) throws IOException {
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      new JpegMarks(window, draft).read();
    } else if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      new PngMarks(window, draft).read();
    } else if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      riff(window, draft);
    } else if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
      new ExifReader(window.read(0, Window.MOST_BLOCK), draft).read("tiff");
      if (window.size() > Window.MOST_BLOCK) {
        draft.note(
            "of the TIFF the first " + (Window.MOST_BLOCK >> 20) + " MB were read for marks");
      }
    } else if (text.startsWith("ftyp", 4)
        || text.startsWith("styp", 4)
        || text.startsWith("moov", 4)
        || text.startsWith("mdat", 4)
        || text.startsWith("wide", 4)
        || text.startsWith("free", 4)
        || text.startsWith("JXL ", 4)
        || text.startsWith("jumb", 4)) {
      new BoxMarks(window, draft).read();
    } else if (text.startsWith("GIF8") || text.startsWith("%PDF") || isMarkup(text)) {
      searched(window, draft);
    }
  }

  private static boolean isMarkup(String text) {
    String start = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    return start.startsWith("<?xml") || start.startsWith("<svg") || start.startsWith("<!DOC");
  }

  private static void riff(Window window, MarksDraft draft) throws IOException {
    long at = 12;
    for (int chunks = 0; chunks < 10_000 && at + 8 <= window.size(); chunks++) {
      byte[] head = window.read(at, 8);
      long length = Window.little(head, 4, 4);
      switch (Window.latin(head, 0, 4)) {
        case "EXIF" -> exif(window.read(at + 8, length), draft);
        case "XMP " -> XmpReader.read(window.read(at + 8, length), draft);
        case "C2PA" -> C2paReader.read(window.read(at + 8, length), "webp chunk", draft);
        default -> {}
      }
      at += 8 + length + (length & 1);
    }
  }

  /** An EXIF block with or without its prefix. */
  static void exif(byte[] block, MarksDraft draft) {
    boolean hasPrefix = Window.latin(block, 0, 6).equals("Exif\0\0");
    byte[] tiff = hasPrefix ? java.util.Arrays.copyOfRange(block, 6, block.length) : block;
    new ExifReader(tiff, draft).read("exif");
  }

  /** Searches for XMP packets and C2PA stores where forms have many places for them. */
  private static void searched(Window window, MarksDraft draft) throws IOException {
    byte[] bytes = window.read(0, Window.MOST_BLOCK);
    byte[] end = "</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII);
    int from = 0;
    for (int packets = 0; packets < 16; packets++) {
      int start = Window.find(bytes, "<x:xmpmeta".getBytes(StandardCharsets.US_ASCII), from);
      int stop = start < 0 ? -1 : Window.find(bytes, end, start);
      if (stop < 0) {
        break;
      }
      XmpReader.read(java.util.Arrays.copyOfRange(bytes, start, stop + end.length), draft);
      from = stop;
    }
    for (String sign : List.of("jumdc2pa", "application/x-c2pa-manifest-store", "c2pa:manifest")) {
      int at = Window.find(bytes, sign.getBytes(StandardCharsets.US_ASCII), 0);
      if (at >= 8 && sign.startsWith("jumd")) {
        int start = at - 12;
        C2paReader.read(
            start < 0 ? bytes : java.util.Arrays.copyOfRange(bytes, start, bytes.length),
            "searched",
            draft);
      } else if (at >= 0) {
        draft.c2pa(new Marks.C2pa("searched", 0, 0, List.of(), false));
      }
    }
    if (window.size() > Window.MOST_BLOCK) {
      draft.note("only the first " + (Window.MOST_BLOCK >> 20) + " MB were searched for marks");
    }
  }
}
