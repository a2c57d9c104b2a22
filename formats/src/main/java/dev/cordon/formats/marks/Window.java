package dev.cordon.formats.marks;

import dev.cordon.formats.sqlite.RandomBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bounded pieces of a file, in both byte orders. Outside of the file there is nothing. */
record Window(RandomBytes bytes) {

  /** The most that is held of one block of metadata. */
  static final int MOST_BLOCK = 16 << 20;

  long size() {
    return bytes.size();
  }

  /** Up to so many bytes from there; fewer at the end. */
  byte[] read(long offset, long length) throws IOException {
    long count = Math.min(Math.min(length, MOST_BLOCK), size() - offset);
    if (offset < 0 || count <= 0) {
      return new byte[0];
    }
    byte[] target = new byte[(int) count];
    int done = bytes.read(offset, target, target.length);
    return done == target.length ? target : Arrays.copyOf(target, Math.max(0, done));
  }

  static long big(byte[] from, int at, int length) {
    long value = 0;
    for (int index = at; index < at + length; index++) {
      value = value << 8 | (index >= 0 && index < from.length ? from[index] & 0xff : 0);
    }
    return value;
  }

  static long little(byte[] from, int at, int length) {
    long value = 0;
    for (int index = at + length - 1; index >= at; index--) {
      value = value << 8 | (index >= 0 && index < from.length ? from[index] & 0xff : 0);
    }
    return value;
  }

  static String latin(byte[] from, int at, int length) {
    int start = Math.clamp(at, 0, from.length);
    int end = Math.clamp((long) at + length, start, from.length);
    return new String(from, start, end - start, StandardCharsets.ISO_8859_1);
  }

  static int find(byte[] in, byte[] what, int from) {
    int last = in.length - what.length;
    for (int at = Math.max(0, from); at <= last; at++) {
      int index = 0;
      while (index < what.length && in[at + index] == what[index]) {
        index++;
      }
      if (index == what.length) {
        return at;
      }
    }
    return -1;
  }
}
