package dev.cordon.kernel.hamming;

import java.lang.foreign.MemorySegment;

/**
 * One search in a segment with tables. It runs in waves: begins and ends of blocks, then postings,
 * then codes, each wave into a buffer, so that the processor waits for many places of memory at
 * once and not for one after the other. For one thread and one search.
 */
final class Lookup {

  private static final int RANGES = 256;
  private static final int CANDIDATES = 512;
  private static final int NUMBER_MASK = Layout.MOST_CODES - 1;

  /** By distance and low bits: which low bits lie within that distance, as a mask of 16. */
  private static final int[][] NEAR_LOW_BITS = nearLowBits();

  private final MemorySegment memory;
  private final Layout layout;
  private final Chunks chunks;
  private final int radius;
  private final long base;
  private final MatchSink sink;
  private final Code256 code;

  private final int[] begins = new int[RANGES];
  private final int[] ends = new int[RANGES];
  private final int[] masks = new int[RANGES];
  private final int[] candidates = new int[CANDIDATES];
  private Allocation allocation;
  private int ranges;

  /** What was read ahead; kept so that the reading is not left out as useless. */
  private int ballast;

  private int held;
  private int chunk;

  Lookup(Segment segment, Code256 code, int radius, long base, MatchSink sink) {
    this.memory = segment.memory();
    this.layout = segment.layout();
    this.chunks = layout.chunks();
    this.code = code;
    this.radius = radius;
    this.base = base;
    this.sink = sink;
    this.allocation = Allocation.of(layout, radius, postingsAround());
  }

  void run() {
    if (!allocation.isFasterThanScan(layout.count())) {
      Scan.of(memory, layout.count(), code, radius, base, sink);
      return;
    }
    visitAll(allocation);
  }

  /** Visits every chunk up to its threshold. */
  void visitAll(Allocation thresholds) {
    allocation = thresholds;
    for (chunk = 0; chunk < chunks.count(); chunk++) {
      int threshold = allocation.threshold(chunk);
      int value = value(chunk);
      for (int flips = 0; flips <= Math.min(threshold, layout.upperBits(chunk)); flips++) {
        visit(value, flips, threshold - flips);
      }
      readPostings();
      compare();
    }
  }

  private int value(int of) {
    return chunks.value(of, code.first(), code.second(), code.third(), code.fourth());
  }

  /** How many postings the blocks around the code's own hold, half way to the mean of all. */
  private double[] postingsAround() {
    double[] around = new double[chunks.count()];
    for (int each = 0; each < around.length; each++) {
      int block = value(each) >>> Layout.LOW_BITS;
      int upper = layout.upperBits(each);
      long sum = size(each, block);
      for (int bit = 0; bit < upper; bit++) {
        sum += size(each, block ^ 1 << bit);
      }
      around[each] = (sum / (upper + 1.0) + layout.meanPostingsPerBlock(each)) / 2;
    }
    return around;
  }

  private int size(int of, int block) {
    long at = layout.directory(of) + (long) block * Integer.BYTES;
    return memory.get(Layout.INT, at + Integer.BYTES) - memory.get(Layout.INT, at);
  }

  /** Every block that differs in so many of the bits choosing it. */
  private void visit(int value, int flips, int left) {
    int own = value >>> Layout.LOW_BITS;
    int mask = NEAR_LOW_BITS[Math.min(left, Layout.LOW_BITS)][value & 15];
    int end = 1 << layout.upperBits(chunk);
    int flipped = (1 << flips) - 1;
    while (flipped < end) {
      begins[ranges] = own ^ flipped;
      masks[ranges] = mask;
      ranges++;
      if (ranges == RANGES) {
        readPostings();
      }
      if (flipped == 0) {
        return;
      }
      // The next number with as many bits set (Gosper).
      int lowest = flipped & -flipped;
      int carried = flipped + lowest;
      flipped = carried | (carried ^ flipped) / lowest >>> 2;
    }
  }

  private void readPostings() {
    readDirectory();
    long postings = layout.postings(chunk);
    int touched = 0;
    for (int range = 0; range < ranges; range++) {
      // The last place is read too: most blocks lie across two cache lines.
      int first = Math.min(begins[range], layout.count() - 1);
      int last = Math.max(first, ends[range] - 1);
      touched += memory.get(Layout.INT, postings + (long) first * Integer.BYTES);
      touched += memory.get(Layout.INT, postings + (long) last * Integer.BYTES);
    }
    ballast += touched;
    for (int range = 0; range < ranges; range++) {
      int mask = masks[range];
      int begin = begins[range];
      int last = ends[range];
      while (begin < last) {
        int end = Math.min(last, begin + CANDIDATES - held);
        int count = held;
        for (int place = begin; place < end; place++) {
          int posting = memory.get(Layout.INT, postings + (long) place * Integer.BYTES);
          candidates[count] = posting & NUMBER_MASK;
          count += mask >>> (posting >>> Layout.NUMBER_BITS) & 1;
        }
        held = count;
        begin = end;
        if (held == CANDIDATES) {
          compare();
        }
      }
    }
    ranges = 0;
  }

  /** Turns the blocks' numbers into the places their postings begin and end at. */
  private void readDirectory() {
    long directory = layout.directory(chunk);
    int touched = 0;
    for (int range = 0; range < ranges; range++) {
      touched += memory.get(Layout.INT, directory + (long) begins[range] * Integer.BYTES);
    }
    ballast += touched;
    for (int range = 0; range < ranges; range++) {
      long at = directory + (long) begins[range] * Integer.BYTES;
      begins[range] = memory.get(Layout.INT, at);
      ends[range] = memory.get(Layout.INT, at + Integer.BYTES);
    }
  }

  private void compare() {
    long touched = 0;
    for (int place = 0; place < held; place++) {
      touched += memory.get(Layout.LONG, (long) candidates[place] * Layout.CODE_BYTES);
    }
    ballast += (int) touched;
    long first = code.first();
    long second = code.second();
    long third = code.third();
    long fourth = code.fourth();
    for (int place = 0; place < held; place++) {
      long at = (long) candidates[place] * Layout.CODE_BYTES;
      int distance =
          Long.bitCount(memory.get(Layout.LONG, at) ^ first)
              + Long.bitCount(memory.get(Layout.LONG, at + 8) ^ second)
              + Long.bitCount(memory.get(Layout.LONG, at + 16) ^ third)
              + Long.bitCount(memory.get(Layout.LONG, at + 24) ^ fourth);
      if (distance <= radius) {
        report(candidates[place], distance);
      }
    }
    held = 0;
  }

  /** Reports a code in the first chunk that finds it, so that it is reported once. */
  private void report(int number, int distance) {
    long at = layout.codeAt(number);
    long first = memory.get(Layout.LONG, at) ^ code.first();
    long second = memory.get(Layout.LONG, at + 8) ^ code.second();
    long third = memory.get(Layout.LONG, at + 16) ^ code.third();
    long fourth = memory.get(Layout.LONG, at + 24) ^ code.fourth();
    for (int earlier = 0; earlier < chunk; earlier++) {
      int threshold = allocation.threshold(earlier);
      if (threshold >= 0 && chunks.distance(earlier, first, second, third, fourth) <= threshold) {
        return;
      }
    }
    sink.found(base + number, distance);
  }

  private static int[][] nearLowBits() {
    int[][] near = new int[Layout.LOW_BITS + 1][Layout.VALUES_PER_BLOCK];
    for (int distance = 0; distance <= Layout.LOW_BITS; distance++) {
      for (int one = 0; one < Layout.VALUES_PER_BLOCK; one++) {
        for (int other = 0; other < Layout.VALUES_PER_BLOCK; other++) {
          if (Integer.bitCount(one ^ other) <= distance) {
            near[distance][one] |= 1 << other;
          }
        }
      }
    }
    return near;
  }
}
