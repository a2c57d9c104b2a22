package dev.cordon.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ranges cut at every border, so that each address lies in one segment with the periods that hold
 * there. Ranges may share addresses at different times, never at the same time: that is refused
 * with both lines.
 */
final class Segments {

  private static final int FIRST = 1024;

  long[] high = new long[FIRST];
  long[] low = new long[FIRST];

  /** Segment n has the periods from first[n] to first[n + 1] - 1. */
  int[] first = new int[FIRST + 1];

  int size;
  int[] range = new int[FIRST];
  private int periods;

  private Segments() {}

  static Segments of(Ranges ranges, String table) {
    Segments segments = new Segments();
    Integer[] starts = ranges.byStart();
    Integer[] ends = ranges.byEnd();
    List<Integer> active = new ArrayList<>();
    segments.open(0, 0, active);
    int ended = 0;
    for (int started = 0; started < starts.length; started++) {
      int next = starts[started];
      ended = segments.closeBefore(ranges, ends, ended, next, active);
      refuseOverlap(ranges, table, next, active);
      active.add(next);
      segments.open(ranges.startHigh[next], ranges.startLow[next], active);
    }
    while (ended < ends.length) {
      segments.close(ranges, ends[ended++], active);
    }
    segments.trim();
    return segments;
  }

  /** Closes the ranges that end before another starts; gives how many have ended. */
  private int closeBefore(
      Ranges ranges, Integer[] ends, int ended, int next, List<Integer> active) {
    int closed = ended;
    while (closed < ends.length
        && Ranges.compare(
                ranges.endHigh[ends[closed]],
                ranges.endLow[ends[closed]],
                ranges.startHigh[next],
                ranges.startLow[next])
            < 0) {
      close(ranges, ends[closed++], active);
    }
    return closed;
  }

  private void close(Ranges ranges, Integer which, List<Integer> active) {
    active.remove(which);
    long afterLow = ranges.endLow[which] + 1;
    long afterHigh = ranges.endHigh[which] + (afterLow == 0 ? 1 : 0);
    if (afterLow != 0 || afterHigh != 0) {
      open(afterHigh, afterLow, active);
    }
  }

  /** A new segment; one that starts at the same address as the last replaces it. */
  private void open(long startHigh, long startLow, List<Integer> active) {
    if (size > 0 && high[size - 1] == startHigh && low[size - 1] == startLow) {
      size--;
      periods = first[size];
    }
    if (size + 1 == high.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
      first = Arrays.copyOf(first, size * 2 + 1);
    }
    high[size] = startHigh;
    low[size] = startLow;
    first[size] = periods;
    for (int one : active) {
      if (periods == range.length) {
        range = Arrays.copyOf(range, periods * 2);
      }
      range[periods++] = one;
    }
    first[++size] = periods;
  }

  /** Keeps what look-ups need. */
  private void trim() {
    high = Arrays.copyOf(high, size);
    low = Arrays.copyOf(low, size);
    first = Arrays.copyOf(first, size + 1);
    range = Arrays.copyOf(range, periods);
  }

  private static void refuseOverlap(Ranges ranges, String table, int next, List<Integer> active) {
    for (int other : active) {
      if (ranges.from[next] <= ranges.until[other] && ranges.from[other] <= ranges.until[next]) {
        int later = Math.max(ranges.line[next], ranges.line[other]);
        int earlier = Math.min(ranges.line[next], ranges.line[other]);
        throw new IllegalArgumentException(
            table + " line " + later + ": the range overlaps the one in line " + earlier);
      }
    }
  }
}
