package dev.cordon.kernel.hamming;

/**
 * What the parts of a search cost, in nanoseconds, and what follows: into how many chunks a segment
 * is divided and when a plain scan is faster. The numbers were measured with {@code bench/search};
 * a wrong one makes a search slower, never wrong.
 */
final class Costs {

  /** Looking a block up and reaching its first posting. */
  static final double BLOCK = 14;

  /** Reading one more posting of a block. */
  static final double POSTING = 1.0;

  /** Fetching a candidate's code, which lies anywhere, and comparing it. */
  static final double CANDIDATE = 14;

  /** Comparing the next code of a scan. */
  static final double SCANNED = 2.5;

  /** The radius segments are divided for. */
  private static final int USUAL_RADIUS = 31;

  private static final int MOST_CHUNKS = 40;
  private static final int SMALLEST_DIVIDED = 1 << 15;

  private Costs() {}

  /** The number of chunks that is cheapest for that many codes; 0 where a scan is. */
  static int chunksFor(int codes) {
    if (codes < SMALLEST_DIVIDED) {
      return 0;
    }
    int best = 0;
    double least = codes * SCANNED;
    for (int chunks = Layout.FEWEST_CHUNKS; chunks <= MOST_CHUNKS; chunks++) {
      Layout layout = new Layout(codes, chunks);
      if (layout.upperBits(0) < 1 || 1L << layout.upperBits(0) > codes / 2) {
        continue;
      }
      Allocation allocation = Allocation.uniform(layout, USUAL_RADIUS);
      if (allocation.cost() < least) {
        least = allocation.cost();
        best = chunks;
      }
    }
    return best;
  }

  /** What visiting a chunk costs up to a threshold, by the postings its blocks hold on average. */
  static double ofChunk(int bits, int upperBits, int threshold, double postingsPerBlock) {
    if (threshold < 0) {
      return 0;
    }
    double blocks = ball(upperBits, threshold);
    double values = ball(bits, threshold);
    return blocks * (BLOCK + POSTING * postingsPerBlock)
        + CANDIDATE * postingsPerBlock * values / Layout.VALUES_PER_BLOCK;
  }

  /** How many words of that many bits lie within the radius of one. */
  static double ball(int bits, int radius) {
    double sum = 0;
    double layer = 1;
    for (int distance = 0; distance <= Math.min(radius, bits); distance++) {
      sum += layer;
      layer = layer * (bits - distance) / (distance + 1);
    }
    return sum;
  }
}
