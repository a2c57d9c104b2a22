package dev.cordon.kernel.hamming;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The codes inserted last, compared one by one until there are enough for a segment. One thread at
 * a time adds; others read meanwhile and see what was added before they looked at the count.
 */
final class Tail implements AutoCloseable {

  /** A scan over so many codes costs less than a tenth of a usual search. */
  static final int CAPACITY = 1 << 13;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory = arena.allocate((long) CAPACITY * Layout.CODE_BYTES, 64);
  private volatile int count;

  void add(Code256 code) {
    int number = count;
    Layout.set(memory, (long) number * Layout.CODE_BYTES, code);
    count = number + 1;
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count == CAPACITY;
  }

  MemorySegment codes() {
    return memory.asSlice(0, (long) count * Layout.CODE_BYTES);
  }

  Code256 code(int number) {
    return Layout.get(memory, (long) number * Layout.CODE_BYTES);
  }

  void search(Code256 code, int radius, long base, MatchSink sink) {
    Scan.of(memory, count, code, radius, base, sink);
  }

  @Override
  public void close() {
    arena.close();
  }
}
