package dev.cordon.formats.marks;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Directories of a TIFF structure (TIFF 6, EXIF 2.32), each read once, in bounded number. */
final class ExifReader {

  private static final int MOST_DIRECTORIES = 64;
  private static final int MOST_ENTRIES = 2000;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private record Directory(long offset, boolean isGps) {}

  private final byte[] tiff;
  private final MarksDraft draft;
  private final boolean isLittle;
  private final Deque<Directory> waiting = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private String carrier = "exif";
  private long previewOffset;
  private long previewLength;

  ExifReader(byte[] tiff, MarksDraft draft) {
    this.tiff = tiff;
    this.draft = draft;
    this.isLittle = tiff.length > 1 && tiff[0] == 'I';
  }

  void read(String from) {
    carrier = from;
    boolean isTiff = tiff.length >= 8 && number(2, 2) == 42;
    if (!isTiff) {
      draft.note("EXIF in it is broken");
      return;
    }
    waiting.add(new Directory(number(4, 4), false));
    while (!waiting.isEmpty() && seen.size() < MOST_DIRECTORIES) {
      Directory next = waiting.remove();
      if (seen.add(next.offset())) {
        directory(next);
      }
    }
  }

  private long number(long at, int length) {
    if (at < 0 || at + length > tiff.length) {
      return 0;
    }
    return isLittle ? Window.little(tiff, (int) at, length) : Window.big(tiff, (int) at, length);
  }

  private void directory(Directory directory) {
    long at = directory.offset();
    if (at < 8 || at + 2 > tiff.length) {
      return;
    }
    int entries = (int) Math.min(number(at, 2), MOST_ENTRIES);
    previewOffset = 0;
    previewLength = 0;
    for (int entry = 0; entry < entries; entry++) {
      long place = at + 2 + entry * 12L;
      if (place + 12 > tiff.length) {
        draft.note("a directory of EXIF reaches beyond its end");
        break;
      }
      entry(place, directory.isGps());
    }
    if (previewOffset > 0 && previewLength > 0) {
      draft.embedded(
          carrier + " thumbnail",
          tiff,
          (int) Math.min(previewOffset, Integer.MAX_VALUE),
          (int) Math.min(previewLength, Integer.MAX_VALUE));
    }
    long next = number(at + 2 + entries * 12L, 4);
    if (next > 0) {
      waiting.add(new Directory(next, false));
    }
  }

  private void entry(long place, boolean isGps) {
    int tag = (int) number(place, 2);
    int type = (int) number(place + 2, 2);
    long count = number(place + 4, 4);
    long length = count * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1);
    long at = length <= 4 ? place + 8 : number(place + 8, 4);
    if (length < 0 || at < 0 || at + length > tiff.length) {
      return;
    }
    if (isGps) {
      if (tag == 2 || tag == 4) {
        draft.position();
      }
      return;
    }
    tag(tag, type, (int) at, (int) length);
  }

  private void tag(int tag, int type, int at, int length) {
    switch (tag) {
      case 0x010f -> draft.make(text(at, length));
      case 0x0110 -> draft.model(text(at, length));
      case 0x0131 -> draft.software(text(at, length));
      case 0x010e -> GeneratorText.judge(draft, carrier, "", text(at, length));
      case 0x9003 -> draft.taken(text(at, length));
      case 0xa431, 0xc62f -> draft.serial(text(at, length));
      case 0x9286 -> GeneratorText.judge(draft, carrier + " user comment", "", comment(at, length));
      case 0x927c -> makerNote(at, length);
      case 0x02bc -> XmpReader.read(Arrays.copyOfRange(tiff, at, at + length), draft);
      case 0xcd41 ->
          C2paReader.read(Arrays.copyOfRange(tiff, at, at + length), carrier + " tag", draft);
      case 0x8769 -> waiting.add(new Directory(number(at, 4), false));
      case 0x8825 -> waiting.add(new Directory(number(at, 4), true));
      case 0x014a -> {
        for (int place = at; place + 4 <= at + length && waiting.size() < 64; place += 4) {
          waiting.add(new Directory(number(place, 4), false));
        }
      }
      case 0x0201 -> previewOffset = number(at, type == 3 ? 2 : 4);
      case 0x0202 -> previewLength = number(at, type == 3 ? 2 : 4);
      default -> {}
    }
  }

  private String text(int at, int length) {
    return new String(tiff, at, length, StandardCharsets.UTF_8);
  }

  /** A comment behind eight bytes that name its character set; UTF-16 in either order occurs. */
  private String comment(int at, int length) {
    if (length <= 8) {
      return "";
    }
    Charset charset = StandardCharsets.UTF_8;
    if (Window.latin(tiff, at, 7).equals("UNICODE")) {
      boolean isBig = tiff[at + 8] == 0;
      charset = isBig ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    return new String(tiff, at + 8, length - 8, charset);
  }

  /** Makers keep previews in forms of their own; a JPEG shows by its first bytes. */
  private void makerNote(int at, int length) {
    byte[] note = Arrays.copyOfRange(tiff, at, at + length);
    byte[] start = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    byte[] end = {(byte) 0xff, (byte) 0xd9};
    int from = Window.find(note, start, 0);
    for (int count = 0; count < 4 && from >= 0; count++) {
      int stop = Window.find(note, end, from);
      if (stop < 0) {
        return;
      }
      draft.embedded("maker note preview", note, from, stop + 2 - from);
      from = Window.find(note, start, stop);
    }
  }
}
