package dev.cordon.reference;

import java.util.Arrays;

/** Ranges of one family as they are read: growing columns, addresses as two unsigned longs. */
final class Ranges {

  private static final int FIRST = 1024;

  long[] startHigh = new long[FIRST];
  long[] startLow = new long[FIRST];
  long[] endHigh = new long[FIRST];
  long[] endLow = new long[FIRST];
  int[] from = new int[FIRST];
  int[] until = new int[FIRST];
  int[] place = new int[FIRST];
  int[] line = new int[FIRST];
  private int size;

  int size() {
    return size;
  }

  void add(long[] start, long[] end, int fromDay, int untilDay, int placeNumber, int lineNumber) {
    if (size == line.length) {
      grow(size * 2);
    }
    startHigh[size] = start[0];
    startLow[size] = start[1];
    endHigh[size] = end[0];
    endLow[size] = end[1];
    from[size] = fromDay;
    until[size] = untilDay;
    place[size] = placeNumber;
    line[size] = lineNumber;
    size++;
  }

  private void grow(int capacity) {
    startHigh = Arrays.copyOf(startHigh, capacity);
    startLow = Arrays.copyOf(startLow, capacity);
    endHigh = Arrays.copyOf(endHigh, capacity);
    endLow = Arrays.copyOf(endLow, capacity);
    from = Arrays.copyOf(from, capacity);
    until = Arrays.copyOf(until, capacity);
    place = Arrays.copyOf(place, capacity);
    line = Arrays.copyOf(line, capacity);
  }

  /** The ranges' numbers in the order of their first addresses. */
  Integer[] byStart() {
    return sorted(startHigh, startLow);
  }

  /** The ranges' numbers in the order of their last addresses. */
  Integer[] byEnd() {
    return sorted(endHigh, endLow);
  }

  private Integer[] sorted(long[] high, long[] low) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, index -> index);
    Arrays.sort(order, (x, y) -> compare(high[x], low[x], high[y], low[y]));
    return order;
  }

  static int compare(long high, long low, long otherHigh, long otherLow) {
    int result = Long.compareUnsigned(high, otherHigh);
    return result != 0 ? result : Long.compareUnsigned(low, otherLow);
  }
}
