package dev.cordon.reference;

import java.util.Arrays;

/** When each range holds, where it belongs and where it was read. */
final class Periods {

  static final int ALWAYS_FROM = Integer.MIN_VALUE + 1;
  static final int ALWAYS_UNTIL = Integer.MAX_VALUE;

  /** Beside each other, so that a look-up touches one place in memory: from, until, range. */
  private static final int COLUMNS = 3;

  private final int[] packed;
  private final int[] first;
  private final int[] place;
  private final int[] line;
  private final boolean dated;

  Periods(Ranges ranges, Segments segments) {
    int size = ranges.size();
    this.place = Arrays.copyOf(ranges.place, size);
    this.line = Arrays.copyOf(ranges.line, size);
    this.first = segments.first;
    this.packed = new int[segments.range.length * COLUMNS];
    boolean anyDated = false;
    for (int period = 0; period < segments.range.length; period++) {
      int range = segments.range[period];
      packed[period * COLUMNS] = ranges.from[range];
      packed[period * COLUMNS + 1] = ranges.until[range];
      packed[period * COLUMNS + 2] = range;
      anyDated |= ranges.from[range] != ALWAYS_FROM || ranges.until[range] != ALWAYS_UNTIL;
    }
    this.dated = anyDated;
  }

  boolean isDated() {
    return dated;
  }

  int place(int range) {
    return place[range];
  }

  /** The row of the table, from 1. */
  int line(int range) {
    return line[range] - 1;
  }

  /** The one of a segment's ranges that holds on the day. */
  int choose(int segment, int day) {
    int at = first[segment] * COLUMNS;
    int end = first[segment + 1] * COLUMNS;
    if (day == AddressTable.UNKNOWN_DAY) {
      return unchanging(at, end);
    }
    for (; at < end; at += COLUMNS) {
      if (packed[at] <= day && day <= packed[at + 1]) {
        return packed[at + 2];
      }
    }
    return AddressTable.NOWHERE;
  }

  private int unchanging(int start, int end) {
    for (int at = start + COLUMNS; at < end; at += COLUMNS) {
      if (place[packed[at + 2]] != place[packed[start + 2]]) {
        return AddressTable.NOWHERE;
      }
    }
    return start < end ? packed[start + 2] : AddressTable.NOWHERE;
  }
}
