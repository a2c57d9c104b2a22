package dev.cordon.reference;

/**
 * Finds the segment of an IPv6 address: a jump by 20 bits counted from the first segment that is
 * not empty, then a binary search over the upper halves, then over the lower ones.
 */
final class SixLookup {

  private static final int BITS = 20;

  private final Segments segments;
  private final Periods periods;
  private final long[] high;
  private final int shift;
  private final long base;
  private final int[] jump = new int[(1 << BITS) + 1];

  SixLookup(Segments segments, Periods periods) {
    this.segments = segments;
    this.periods = periods;
    this.high = segments.high;
    this.base = high.length > 1 ? high[1] : 0;
    long span = high[high.length - 1] - base;
    this.shift = Math.max(0, 64 - Long.numberOfLeadingZeros(span) - BITS);
    int segment = 0;
    for (int slot = 0; slot < 1 << BITS; slot++) {
      long first = base + ((long) slot << shift);
      while (segment + 1 < high.length && isBefore(segment + 1, first)) {
        segment++;
      }
      jump[slot] = segment;
    }
    jump[1 << BITS] = high.length - 1;
  }

  private boolean isBefore(int segment, long first) {
    return Long.compareUnsigned(high[segment], first) < 0
        || high[segment] == first && segments.low[segment] == 0;
  }

  Periods periods() {
    return periods;
  }

  int range(long addressHigh, long addressLow, int day) {
    return periods.choose(segment(addressHigh, addressLow), day);
  }

  private int segment(long addressHigh, long addressLow) {
    if (Long.compareUnsigned(addressHigh, base) < 0) {
      return search(0, Math.min(1, high.length - 1), addressHigh, addressLow);
    }
    long slot = addressHigh - base >>> shift;
    boolean isBehind = Long.compareUnsigned(slot, 1L << BITS) >= 0;
    int from = isBehind ? jump[(1 << BITS) - 1] : jump[(int) slot];
    int to = isBehind ? high.length - 1 : jump[(int) slot + 1];
    return search(from, to, addressHigh, addressLow);
  }

  private int search(int first, int last, long addressHigh, long addressLow) {
    int from = first;
    int to = last;
    while (from < to) {
      int middle = from + to + 1 >>> 1;
      if (Ranges.compare(high[middle], segments.low[middle], addressHigh, addressLow) <= 0) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    return from;
  }
}
