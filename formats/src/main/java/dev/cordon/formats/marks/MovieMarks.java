package dev.cordon.formats.marks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marks in the index of a video (moov): user data of QuickTime and 3GPP, lists of iTunes, keys of
 * QuickTime metadata, XMP (QuickTime File Format; ISO/IEC 14496-12; 3GPP TS 26.244). Only the boxes
 * that hold them are entered; each payload is read up to a bound, covers are digested and dropped.
 */
final class MovieMarks {

  private static final int DEEPEST = 8;
  private static final int MOST_BOXES = 20_000;
  private static final int LONGEST_TEXT = 1 << 20;

  private final Window window;
  private final MarksDraft draft;
  private List<String> keys = List.of();
  private int boxes;

  MovieMarks(Window window, MarksDraft draft) {
    this.window = window;
    this.draft = draft;
  }

  /** Reads the boxes between two places. */
  void read(long from, long end) throws IOException {
    inside(from, Math.min(end, window.size()), 0, "moov");
  }

  private void inside(long from, long end, int depth, String parent) throws IOException {
    if (depth > DEEPEST) {
      draft.note("boxes in it lie more than " + DEEPEST + " deep in the index of the video");
      return;
    }
    long at = from;
    while (at + 8 <= end && boxes++ < MOST_BOXES) {
      byte[] head = window.read(at, 16);
      long length = Window.big(head, 0, 4);
      int start = length == 1 ? 16 : 8;
      length = length == 1 ? Window.big(head, 8, 8) : length == 0 ? end - at : length;
      if (length < start || length > end - at) {
        return;
      }
      box(Window.latin(head, 4, 4), at + start, at + length, depth, parent);
      at += length;
    }
  }

  private void box(String type, long from, long end, int depth, String parent) throws IOException {
    if (parent.equals("ilst")) {
      listed(type, from, end);
      return;
    }
    switch (type) {
      case "trak", "udta", "ilst" -> inside(from, end, depth + 1, type);
      case "meta" -> inside(from + metaHead(from), end, depth + 1, type);
      case "keys" -> keys = keys(payload(from, end));
      case "XMP_" -> XmpReader.read(window.read(from, end - from), draft);
      case "uuid" -> {
        byte[] data = window.read(from, end - from);
        if (data.length > 16) {
          XmpReader.read(Arrays.copyOfRange(data, 16, data.length), draft);
        }
      }
      case "loci" -> draft.position();
      default -> {
        if (type.startsWith("\u00a9")) {
          value(type.substring(1), userText(payload(from, end)));
        }
      }
    }
  }

  /** In MP4 a meta box begins with four bytes of version and flags, in QuickTime it does not. */
  private int metaHead(long from) throws IOException {
    return Window.latin(window.read(from, 8), 4, 4).equals("hdlr") ? 0 : 4;
  }

  private byte[] payload(long from, long end) throws IOException {
    return window.read(from, Math.min(end - from, LONGEST_TEXT));
  }

  /** Behind a length and a language of two bytes each. */
  private static String userText(byte[] data) {
    int length = (int) Window.big(data, 0, 2);
    int most = Math.clamp(data.length - 4L, 0, length);
    return data.length <= 4 ? "" : new String(data, 4, most, StandardCharsets.UTF_8);
  }

  private static List<String> keys(byte[] data) {
    List<String> keys = new ArrayList<>();
    long count = Math.min(Window.big(data, 4, 4), 1000);
    int at = 8;
    while (keys.size() < count && at + 8 <= data.length) {
      int length = (int) Math.clamp(Window.big(data, at, 4), 8, data.length - at);
      keys.add(Window.latin(data, at + 8, length - 8));
      at += length;
    }
    return keys;
  }

  /** An entry of a list: boxes in it are its name, where it has one, and its data. */
  private void listed(String type, long from, long end) throws IOException {
    String key = key(type);
    long at = from;
    for (int count = 0; count < 8 && at + 16 <= end; count++) {
      byte[] head = window.read(at, 8);
      long length = Window.big(head, 0, 4);
      if (length < 8 || length > end - at) {
        return;
      }
      String inner = Window.latin(head, 4, 4);
      if (inner.equals("name")) {
        key = new String(payload(at + 12, at + length), StandardCharsets.UTF_8);
      } else if (inner.equals("data") && type.equals("covr")) {
        byte[] cover = window.read(at + 16, length - 16);
        draft.embedded("video cover", cover, 0, cover.length);
      } else if (inner.equals("data")) {
        value(key, new String(payload(at + 16, at + length), StandardCharsets.UTF_8));
      }
      at += length;
    }
  }

  private String key(String type) {
    byte[] bytes = type.getBytes(StandardCharsets.ISO_8859_1);
    long number = Window.big(bytes, 0, 4);
    if (number >= 1 && number <= keys.size()) {
      return keys.get((int) number - 1);
    }
    return type.startsWith("\u00a9") ? type.substring(1) : type;
  }

  private void value(String key, String text) {
    switch (key) {
      case "mak", "com.apple.quicktime.make" -> draft.make(text);
      case "mod", "com.apple.quicktime.model" -> draft.model(text);
      case "swr", "too", "com.apple.quicktime.software" -> draft.software(text);
      case "xyz", "com.apple.quicktime.location.ISO6709" -> draft.position();
      case "day", "com.apple.quicktime.creationdate" -> draft.taken(text);
      case "com.android.manufacturer" -> draft.make(text);
      case "com.android.model" -> draft.model(text);
      default -> GeneratorText.judge(draft, "video metadata", key, text);
    }
  }
}
