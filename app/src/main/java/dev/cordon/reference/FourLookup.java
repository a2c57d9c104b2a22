package dev.cordon.reference;

/** Finds the segment of an IPv4 address: a jump by the upper 16 bits, then a binary search. */
final class FourLookup {

  private static final int UPPER = 1 << 16;
  private static final long LAST = 0xFFFF_FFFFL;

  private final Periods periods;
  private final int[] starts;
  private final int[] jump = new int[UPPER + 1];

  FourLookup(Segments segments, Periods periods) {
    this.periods = periods;
    // What lies behind the last address belongs to no family of 32 bits.
    int size = segments.size;
    while (segments.low[size - 1] > LAST) {
      size--;
    }
    // Flipping the sign bit makes the order of int that of unsigned addresses.
    this.starts = new int[size];
    for (int segment = 0; segment < starts.length; segment++) {
      starts[segment] = (int) segments.low[segment] ^ Integer.MIN_VALUE;
    }
    int segment = 0;
    for (int upper = 0; upper < UPPER; upper++) {
      int first = upper << 16 ^ Integer.MIN_VALUE;
      while (segment + 1 < starts.length && starts[segment + 1] <= first) {
        segment++;
      }
      jump[upper] = segment;
    }
    jump[UPPER] = starts.length - 1;
  }

  Periods periods() {
    return periods;
  }

  int range(int address, int day) {
    int key = address ^ Integer.MIN_VALUE;
    int upper = address >>> 16;
    int from = jump[upper];
    int to = jump[upper + 1];
    while (from < to) {
      int middle = from + to + 1 >>> 1;
      if (starts[middle] <= key) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    return periods.choose(from, day);
  }
}
