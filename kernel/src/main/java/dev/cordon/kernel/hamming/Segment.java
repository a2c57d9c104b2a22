package dev.cordon.kernel.hamming;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/**
 * Codes that do not change any more, with tables to look chunks up where there are enough of them.
 * Memory outside the heap, or a mapped file. Safe for many readers until it is closed.
 */
final class Segment implements AutoCloseable {

  private final Arena arena;
  private final MemorySegment memory;
  private final Layout layout;

  /** Takes over an arena and the memory in it, laid out like this. */
  Segment(Arena arena, MemorySegment memory, Layout layout) {
    this.arena = arena;
    this.memory = memory;
    this.layout = layout;
  }

  /** Copies codes, one run after the other, and builds the tables. */
  @SuppressWarnings("MustBeClosedChecker") // The segment closes it.
  static Segment of(int count, int chunks, MemorySegment... runs) {
    Layout layout = new Layout(count, chunks);
    Arena arena = Arena.ofShared();
    try {
      MemorySegment memory = arena.allocate(layout.size(), 64);
      long end = 0;
      for (MemorySegment run : runs) {
        MemorySegment.copy(run, 0, memory, end, run.byteSize());
        end += run.byteSize();
      }
      IntStream.range(0, chunks).parallel().forEach(chunk -> fill(memory, layout, chunk));
      return new Segment(arena, memory, layout);
    } catch (RuntimeException | Error failed) {
      arena.close();
      throw failed;
    }
  }

  /** Sorts the codes' numbers by block: counts, begins, places. */
  private static void fill(MemorySegment memory, Layout layout, int chunk) {
    int blocks = 1 << layout.upperBits(chunk);
    int[] next = new int[blocks + 1];
    for (int number = 0; number < layout.count(); number++) {
      next[(value(memory, layout, chunk, number) >>> Layout.LOW_BITS) + 1]++;
    }
    long directory = layout.directory(chunk);
    for (int block = 0; block < blocks; block++) {
      memory.set(Layout.INT, directory + (long) block * Integer.BYTES, next[block]);
      next[block + 1] += next[block];
    }
    memory.set(Layout.INT, directory + (long) blocks * Integer.BYTES, layout.count());
    long postings = layout.postings(chunk);
    for (int number = 0; number < layout.count(); number++) {
      int value = value(memory, layout, chunk, number);
      int place = next[value >>> Layout.LOW_BITS]++;
      int low = value & (Layout.VALUES_PER_BLOCK - 1);
      memory.set(
          Layout.INT, postings + (long) place * Integer.BYTES, low << Layout.NUMBER_BITS | number);
    }
  }

  private static int value(MemorySegment memory, Layout layout, int chunk, int number) {
    long at = layout.codeAt(number);
    return layout
        .chunks()
        .value(
            chunk,
            memory.get(Layout.LONG, at),
            memory.get(Layout.LONG, at + 8),
            memory.get(Layout.LONG, at + 16),
            memory.get(Layout.LONG, at + 24));
  }

  int count() {
    return layout.count();
  }

  Layout layout() {
    return layout;
  }

  MemorySegment memory() {
    return memory;
  }

  /** The codes alone. */
  MemorySegment codes() {
    return memory.asSlice(0, layout.codeAt(layout.count()));
  }

  Code256 code(int number) {
    return Layout.get(memory, layout.codeAt(number));
  }

  /** Reports every code within the radius, with {@code base} added to its number. */
  void search(Code256 code, int radius, long base, MatchSink sink) {
    if (layout.chunks().count() == 0) {
      Scan.of(memory, count(), code, radius, base, sink);
      return;
    }
    new Lookup(this, code, radius, base, sink).run();
  }

  /**
   * Whether a chunk's directory rises from 0 to the count, and its postings name codes there are.
   */
  boolean isOrderly(int chunk) {
    long directory = layout.directory(chunk);
    long blocks = 1L << layout.upperBits(chunk);
    boolean orderly = memory.get(Layout.INT, directory) == 0;
    int before = 0;
    for (long block = 1; block <= blocks; block++) {
      int begin = memory.get(Layout.INT, directory + block * Integer.BYTES);
      orderly &= begin >= before;
      before = begin;
    }
    orderly &= before == layout.count();
    long postings = layout.postings(chunk);
    for (long place = 0; place < layout.count(); place++) {
      int posting = memory.get(Layout.INT, postings + place * Integer.BYTES);
      orderly &= (posting & (Layout.MOST_CODES - 1)) < layout.count();
    }
    return orderly;
  }

  @Override
  public void close() {
    arena.close();
  }
}
