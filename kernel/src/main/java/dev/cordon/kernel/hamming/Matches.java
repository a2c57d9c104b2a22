package dev.cordon.kernel.hamming;

import java.util.Arrays;

/** What one search found, by position. Immutable once given out. */
public final class Matches implements MatchSink {

  private static final int DISTANCE_BITS = 9;

  private long[] found = new long[8];
  private int size;

  Matches() {}

  @Override
  public void found(long position, int distance) {
    if (size == found.length) {
      found = Arrays.copyOf(found, size * 2);
    }
    found[size++] = position << DISTANCE_BITS | distance;
  }

  Matches sorted() {
    Arrays.sort(found, 0, size);
    return this;
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** How many codes were inserted before the one found at this place. */
  public long position(int place) {
    return found[checked(place)] >>> DISTANCE_BITS;
  }

  /** In how many bits the one at this place differs. */
  public int distance(int place) {
    return (int) (found[checked(place)] & ((1 << DISTANCE_BITS) - 1));
  }

  private int checked(int place) {
    return java.util.Objects.checkIndex(place, size);
  }
}
