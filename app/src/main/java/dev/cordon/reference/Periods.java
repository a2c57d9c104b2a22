package dev.cordon.reference;

import java.util.Arrays;

/** When each range holds, where it belongs and where it was read. */
final class Periods {

  static final int ALWAYS_FROM = Integer.MIN_VALUE + 1;
  static final int ALWAYS_UNTIL = Integer.MAX_VALUE;

  private final int[] from;
  private final int[] until;
  private final int[] place;
  private final int[] line;
  private final boolean dated;

  Periods(Ranges ranges) {
    int size = ranges.size();
    this.from = Arrays.copyOf(ranges.from, size);
    this.until = Arrays.copyOf(ranges.until, size);
    this.place = Arrays.copyOf(ranges.place, size);
    this.line = Arrays.copyOf(ranges.line, size);
    this.dated =
        Arrays.stream(from).anyMatch(day -> day != ALWAYS_FROM)
            || Arrays.stream(until).anyMatch(day -> day != ALWAYS_UNTIL);
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
  int choose(Segments segments, int segment, int day) {
    int first = segments.first[segment];
    int end = segments.first[segment + 1];
    if (day == AddressTable.UNKNOWN_DAY) {
      return unchanging(segments.range, first, end);
    }
    for (int period = first; period < end; period++) {
      int range = segments.range[period];
      if (from[range] <= day && day <= until[range]) {
        return range;
      }
    }
    return AddressTable.NOWHERE;
  }

  private int unchanging(int[] ranges, int first, int end) {
    for (int period = first + 1; period < end; period++) {
      if (place[ranges[period]] != place[ranges[first]]) {
        return AddressTable.NOWHERE;
      }
    }
    return first < end ? ranges[first] : AddressTable.NOWHERE;
  }
}
