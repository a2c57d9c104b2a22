package dev.cordon.kernel.hamming;

import java.lang.foreign.MemorySegment;

/** Compares a code with every one of a run. */
final class Scan {

  private Scan() {}

  static void of(
      MemorySegment codes, int count, Code256 code, int radius, long base, MatchSink sink) {
    long first = code.first();
    long second = code.second();
    long third = code.third();
    long fourth = code.fourth();
    for (int number = 0; number < count; number++) {
      long at = (long) number * Layout.CODE_BYTES;
      int distance =
          Long.bitCount(codes.get(Layout.LONG, at) ^ first)
              + Long.bitCount(codes.get(Layout.LONG, at + 8) ^ second)
              + Long.bitCount(codes.get(Layout.LONG, at + 16) ^ third)
              + Long.bitCount(codes.get(Layout.LONG, at + 24) ^ fourth);
      if (distance <= radius) {
        sink.found(base + number, distance);
      }
    }
  }
}
