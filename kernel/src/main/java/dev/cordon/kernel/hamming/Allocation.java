package dev.cordon.kernel.hamming;

import java.util.Arrays;

/**
 * How far each chunk is searched.
 *
 * <p>Why nothing is missed: chunk {@code i} is given {@code u(i)} units and searched up to the
 * distance {@code u(i) - 1}; a chunk without units is not searched. All units together are {@code
 * radius + 1}. A code missed by every chunk differs in at least {@code u(i)} bits of each chunk, so
 * in at least {@code radius + 1} bits: it is not within the radius. (The pigeonhole principle;
 * equal shares {@code s + 1} of {@code m} chunks are the form {@code m (s + 1) > radius} of M.
 * Norouzi, A. Punjani, D. J. Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing",
 * 2014; unequal shares follow J. Qin et al., "GPH: Similarity Search in Hamming Space", 2018.)
 *
 * <p>The units go one by one where the next is cheapest. A further unit of a chunk always costs
 * more than the one before while less than half of its bits may differ, so the sum is the least.
 */
final class Allocation {

  private final int[] thresholds;
  private final double cost;

  private Allocation(int[] thresholds, double cost) {
    this.thresholds = thresholds;
    this.cost = cost;
  }

  /** For codes without any pattern. */
  static Allocation uniform(Layout layout, int radius) {
    double[] postingsPerBlock = new double[layout.chunks().count()];
    for (int chunk = 0; chunk < postingsPerBlock.length; chunk++) {
      postingsPerBlock[chunk] = layout.meanPostingsPerBlock(chunk);
    }
    return of(layout, radius, postingsPerBlock);
  }

  /** For chunks whose blocks hold that many postings around the code asked for. */
  static Allocation of(Layout layout, int radius, double[] postingsPerBlock) {
    return of(layout, radius, postingsPerBlock, layout.count() * Costs.SCANNED);
  }

  /** All units, even where a scan would be faster. */
  static Allocation whateverItCosts(Layout layout, int radius) {
    double[] postingsPerBlock = new double[layout.chunks().count()];
    Arrays.fill(postingsPerBlock, 1);
    return of(layout, radius, postingsPerBlock, Double.POSITIVE_INFINITY);
  }

  private static Allocation of(Layout layout, int radius, double[] postingsPerBlock, double most) {
    int chunks = layout.chunks().count();
    int[] thresholds = new int[chunks];
    Arrays.fill(thresholds, -1);
    double[] next = new double[chunks];
    for (int chunk = 0; chunk < chunks; chunk++) {
      next[chunk] = step(layout, chunk, 0, postingsPerBlock[chunk]);
    }
    double cost = 0;
    for (int unit = 0; unit <= radius && cost < most; unit++) {
      int cheapest = 0;
      for (int chunk = 1; chunk < chunks; chunk++) {
        cheapest = next[chunk] < next[cheapest] ? chunk : cheapest;
      }
      cost += next[cheapest];
      thresholds[cheapest]++;
      next[cheapest] = step(layout, cheapest, thresholds[cheapest] + 1, postingsPerBlock[cheapest]);
    }
    return new Allocation(thresholds, cost);
  }

  /** What raising a chunk to a threshold costs more than the one before. */
  private static double step(Layout layout, int chunk, int threshold, double postingsPerBlock) {
    int bits = layout.chunks().bits(chunk);
    int upper = layout.upperBits(chunk);
    return Costs.ofChunk(bits, upper, threshold, postingsPerBlock)
        - Costs.ofChunk(bits, upper, threshold - 1, postingsPerBlock);
  }

  /** Up to which distance a chunk is searched; below zero: not at all. */
  int threshold(int chunk) {
    return thresholds[chunk];
  }

  /**
   * What it costs, in nanoseconds; where that is not less than a scan's, the units may be
   * incomplete, and the scan must be taken.
   */
  double cost() {
    return cost;
  }

  /** Whether looking chunks up is faster than comparing every code. */
  boolean isFasterThanScan(int codes) {
    return cost < codes * Costs.SCANNED;
  }
}
