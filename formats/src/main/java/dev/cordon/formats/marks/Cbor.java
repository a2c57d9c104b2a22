package dev.cordon.formats.marks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts in a CBOR value (RFC 8949) with the keys above them. Bounded in depth and in items. */
final class Cbor {

  private static final int DEEPEST = 32;
  private static final int MOST_ITEMS = 200_000;
  private static final int BREAK = 0xff;

  /** Takes a text and the keys of the maps it stands in. */
  @FunctionalInterface
  interface Taker {
    void text(List<String> path, String value);
  }

  /** What is no CBOR, or goes beyond the bounds. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken() {
      super(null, null, false, false);
    }
  }

  private final byte[] bytes;
  private final int end;
  private final Taker taker;
  private final List<String> path = new ArrayList<>();
  private int at;
  private int items;

  private Cbor(byte[] bytes, int from, int end, Taker taker) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.taker = taker;
  }

  /** Hands over each text up to the first thing that is broken. */
  static void texts(byte[] bytes, int from, int end, Taker taker) {
    try {
      new Cbor(bytes, from, end, taker).value(0);
    } catch (Broken stop) {
      // What stands before it was told.
    }
  }

  private int next() throws Broken {
    if (at >= end) {
      throw new Broken();
    }
    return bytes[at++] & 0xff;
  }

  private long argument(int low) throws Broken {
    if (low < 24) {
      return low;
    }
    int length = 1 << low - 24;
    if (low > 27 || at + length > end) {
      throw new Broken();
    }
    long value = Window.big(bytes, at, length);
    at += length;
    if (value < 0) {
      throw new Broken();
    }
    return value;
  }

  /** Reads one value; its text where it is one, else an empty one. */
  private String value(int depth) throws Broken {
    if (depth > DEEPEST || ++items > MOST_ITEMS) {
      throw new Broken();
    }
    int first = next();
    int low = first & 31;
    boolean isOpen = low == 31;
    switch (first >>> 5) {
      case 0, 1 -> argument(low);
      case 2, 3 -> {
        return string(first >>> 5 == 3, low, isOpen, depth);
      }
      case 4 -> array(isOpen ? Long.MAX_VALUE : argument(low), isOpen, depth);
      case 5 -> map(isOpen ? Long.MAX_VALUE : argument(low), isOpen, depth);
      case 6 -> {
        argument(low);
        return value(depth + 1);
      }
      default -> {
        if (low >= 24) {
          argument(low);
        }
      }
    }
    return "";
  }

  private String string(boolean isText, int low, boolean isOpen, int depth) throws Broken {
    if (isOpen) {
      StringBuilder whole = new StringBuilder();
      while (!isBreak()) {
        whole.append(value(depth + 1));
      }
      return whole.toString();
    }
    long length = argument(low);
    if (length > end - at) {
      throw new Broken();
    }
    String text = isText ? new String(bytes, at, (int) length, StandardCharsets.UTF_8) : "";
    at += (int) length;
    return text;
  }

  private boolean isBreak() throws Broken {
    if (at >= end) {
      throw new Broken();
    }
    if ((bytes[at] & 0xff) == BREAK) {
      at++;
      return true;
    }
    return false;
  }

  private void array(long count, boolean isOpen, int depth) throws Broken {
    for (long left = count; left > 0 && !(isOpen && isBreak()); left--) {
      told(value(depth + 1));
    }
  }

  private void map(long count, boolean isOpen, int depth) throws Broken {
    for (long left = count; left > 0 && !(isOpen && isBreak()); left--) {
      path.add(value(depth + 1));
      told(value(depth + 1));
      path.removeLast();
    }
  }

  private void told(String text) {
    if (!text.isEmpty()) {
      taker.text(path, text);
    }
  }
}
