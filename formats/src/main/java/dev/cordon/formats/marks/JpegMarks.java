package dev.cordon.formats.marks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;

/** The segments of a JPEG before its first scan (ITU-T T.81 annex B). */
final class JpegMarks {

  private static final int MOST_SEGMENTS = 20_000;
  private static final int MOST_INDEX_ENTRIES = 100;
  private static final int MOST_FURTHER = 16;
  private static final int PICTURE_LIST = 0xb002;
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
  private static final int MORE_XMP_HEAD = MORE_XMP.length() + 32 + 8;

  private final Window window;
  private final MarksDraft draft;
  private final ByteArrayOutputStream jumbf = new ByteArrayOutputStream();
  private final TreeMap<Long, byte[]> moreXmp = new TreeMap<>();
  private long moreXmpBytes;

  JpegMarks(Window window, MarksDraft draft) {
    this.window = window;
    this.draft = draft;
  }

  void read() throws IOException {
    long at = 2;
    for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
      byte[] head = window.read(at, 4);
      int marker = (int) Window.big(head, 0, 2);
      if (head.length < 4 || marker >>> 8 != 0xff || marker == 0xffda || marker == 0xffd9) {
        break;
      }
      if (marker == 0xffff) {
        at++;
        continue;
      }
      int length = (int) Window.big(head, 2, 2);
      boolean isApplication = marker >= 0xffe0 && marker <= 0xffef || marker == 0xfffe;
      if (isApplication && length > 2) {
        byte[] data = window.read(at + 4, length - 2L);
        segment(marker, data);
        if (marker == 0xffe2 && Window.latin(data, 0, 4).equals("MPF\0")) {
          furtherPictures(data, at + 8);
        }
      }
      at += 2 + Math.max(2, length);
    }
    end();
  }

  /**
   * Pictures behind this one, as previews of cameras are (CIPA DC-007, Multi-Picture Format): an
   * index in the form of TIFF, places counted from its first byte. The first entry is the file's
   * own picture.
   */
  private void furtherPictures(byte[] data, long start) throws IOException {
    boolean isLittle = Window.latin(data, 4, 2).equals("II");
    int at = 4 + (int) Math.min(number(data, 8, 4, isLittle), data.length);
    long entries = Math.min(number(data, at, 2, isLittle), MOST_INDEX_ENTRIES);
    for (int entry = 0; entry < entries; entry++) {
      int place = at + 2 + entry * 12;
      if (number(data, place, 2, isLittle) == PICTURE_LIST) {
        int list = 4 + (int) Math.min(number(data, place + 8, 4, isLittle), data.length);
        long pictures = Math.min(number(data, place + 4, 4, isLittle) / 16, MOST_FURTHER);
        for (int picture = 1; picture < pictures; picture++) {
          int row = list + picture * 16;
          further(start + number(data, row + 8, 4, isLittle), number(data, row + 4, 4, isLittle));
        }
      }
    }
  }

  private static long number(byte[] from, int at, int length, boolean isLittle) {
    return isLittle ? Window.little(from, at, length) : Window.big(from, at, length);
  }

  private void further(long from, long length) throws IOException {
    byte[] picture = window.read(from, length);
    boolean isWhole = length > 2 && picture.length == length;
    if (isWhole && Window.latin(picture, 0, 2).equals("\u00ff\u00d8")) {
      draft.embedded("further picture (MPF)", picture, 0, picture.length);
    } else {
      draft.note("a further picture (MPF) lies outside of its file, or is none, or is too large");
    }
  }

  private void segment(int marker, byte[] data) {
    String start = Window.latin(data, 0, 40);
    if (marker == 0xffe1 && start.startsWith("Exif\0")) {
      MarkReader.exif(data, draft);
    } else if (marker == 0xffe1 && start.startsWith(XMP)) {
      XmpReader.read(Arrays.copyOfRange(data, XMP.length(), data.length), draft);
    } else if (marker == 0xffe1 && start.startsWith(MORE_XMP) && data.length > MORE_XMP_HEAD) {
      moreXmpBytes += data.length;
      if (moreXmpBytes <= Window.MOST_BLOCK) {
        moreXmp.put(
            Window.big(data, MORE_XMP_HEAD - 4, 4),
            Arrays.copyOfRange(data, MORE_XMP_HEAD, data.length));
      }
    } else if (marker == 0xffeb && start.startsWith("JP")) {
      jumbf(data);
    } else if (marker == 0xffed && start.startsWith("Photoshop 3.0\0")) {
      resources(data);
    } else if (marker == 0xfffe) {
      String comment = new String(data, StandardCharsets.UTF_8);
      GeneratorText.judge(draft, "jpeg comment", "", comment);
    }
  }

  /** A part of a JUMBF box: JP, instance, number, then length and type, repeated in each part. */
  private void jumbf(byte[] data) {
    if (data.length <= 16 || jumbf.size() + data.length > Window.MOST_BLOCK) {
      return;
    }
    int skipped = jumbf.size() == 0 ? 8 : 16;
    jumbf.write(data, skipped, data.length - skipped);
  }

  /** The thumbnail in Photoshop's image resources: number 1036, behind 28 bytes of its own head. */
  private void resources(byte[] data) {
    int at = 14;
    for (int count = 0; count < 1000 && at + 12 <= data.length; count++) {
      if (!Window.latin(data, at, 4).equals("8BIM")) {
        return;
      }
      int number = (int) Window.big(data, at + 4, 2);
      int name = (data[at + 6] & 0xff) + 1;
      int start = at + 6 + name + (name & 1);
      long length = Window.big(data, start, 4);
      if (length > data.length) {
        return;
      }
      if ((number == 1036 || number == 1033) && length > 28) {
        draft.embedded("photoshop thumbnail", data, start + 4 + 28, (int) length - 28);
      }
      at = start + 4 + (int) (length + (length & 1));
    }
  }

  private void end() {
    if (jumbf.size() > 0) {
      C2paReader.read(jumbf.toByteArray(), "jpeg app11", draft);
    }
    if (!moreXmp.isEmpty()) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      moreXmp.values().forEach(part -> whole.write(part, 0, part.length));
      XmpReader.read(whole.toByteArray(), draft);
    }
  }
}
