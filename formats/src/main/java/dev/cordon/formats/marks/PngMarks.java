package dev.cordon.formats.marks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/** The chunks of a PNG that hold text, EXIF, XMP or C2PA. */
final class PngMarks {

  private static final int MOST_CHUNKS = 100_000;
  private static final int MOST_TEXT = 8 << 20;
  private static final String XMP = "XML:com.adobe.xmp";

  private final Window window;
  private final MarksDraft draft;

  PngMarks(Window window, MarksDraft draft) {
    this.window = window;
    this.draft = draft;
  }

  void read() throws IOException {
    long at = 8;
    for (int chunks = 0; chunks < MOST_CHUNKS && at + 8 <= window.size(); chunks++) {
      byte[] head = window.read(at, 8);
      long length = Window.big(head, 0, 4);
      String type = Window.latin(head, 4, 4);
      switch (type) {
        case "tEXt", "zTXt", "iTXt" -> text(type, window.read(at + 8, Math.min(length, MOST_TEXT)));
        case "eXIf" -> MarkReader.exif(window.read(at + 8, length), draft);
        case "caBX" -> C2paReader.read(window.read(at + 8, length), "png chunk", draft);
        case "IEND" -> {
          return;
        }
        default -> {}
      }
      at += 12 + length;
    }
  }

  private void text(String type, byte[] data) {
    int end = 0;
    while (end < data.length && data[end] != 0) {
      end++;
    }
    String key = Window.latin(data, 0, Math.min(end, 80));
    byte[] value =
        switch (type) {
          case "tEXt" -> from(data, end + 1);
          case "zTXt" -> inflated(data, end + 2);
          default -> international(data, end + 1);
        };
    if (key.equals(XMP)) {
      XmpReader.read(value, draft);
      return;
    }
    Charset charset = type.equals("iTXt") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    told(key, new String(value, charset));
  }

  private void told(String key, String value) {
    GeneratorText.judge(draft, "png text", key, value);
    switch (key) {
      case "Software" -> draft.software(value);
      case "Creation Time", "exif:DateTimeOriginal" -> draft.taken(value);
      case "exif:GPSLatitude" -> draft.position();
      case "exif:Make" -> draft.make(value);
      case "exif:Model" -> draft.model(value);
      case "exif:BodySerialNumber" -> draft.serial(value);
      default -> {}
    }
  }

  private byte[] international(byte[] data, int at) {
    boolean isPacked = at < data.length && data[at] == 1;
    int place = at + 2;
    for (int names = 0; names < 2; names++) {
      while (place < data.length && data[place] != 0) {
        place++;
      }
      place++;
    }
    return isPacked ? inflated(data, place) : from(data, place);
  }

  private static byte[] from(byte[] data, int at) {
    return at >= data.length ? new byte[0] : Arrays.copyOfRange(data, at, data.length);
  }

  private byte[] inflated(byte[] data, int at) {
    try (InflaterInputStream stream =
        new InflaterInputStream(new ByteArrayInputStream(from(data, at)))) {
      byte[] text = stream.readNBytes(MOST_TEXT);
      if (text.length == MOST_TEXT) {
        draft.note("a packed text is longer than " + MOST_TEXT + " bytes; its start was read");
      }
      return text;
    } catch (IOException damaged) {
      draft.note("a packed text is damaged");
      return new byte[0];
    }
  }
}
