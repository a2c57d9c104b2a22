package dev.cordon.exercise.cast;

import java.util.List;

/**
 * A small seeded generator (SplitMix64), made anew for every purpose and key, so that any value of
 * the exercise can be computed again without remembering it. Not for secrets.
 */
public final class Dice {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String HEX = "0123456789abcdef";

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** Dice for one purpose and one thing; the same three values always give the same throws. */
  public static Dice of(long seed, String purpose, long key) {
    return new Dice(mix(mix(seed * 0x9E3779B97F4A7C15L + purpose.hashCode()) + key));
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  public long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A whole number from 0 to bound - 1. */
  public int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** A whole number from 0 to bound - 1, for bounds beyond 2^31. */
  public long belowLong(long bound) {
    return Math.floorMod(next() >>> 1, bound);
  }

  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  public double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  public boolean chance(double probability) {
    return fraction() < probability;
  }

  public <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  public String hex(int digits) {
    return letters(HEX, digits);
  }

  public String base62(int digits) {
    return letters(BASE62, digits);
  }

  /** That many letters drawn from an alphabet. */
  public String letters(String alphabet, int count) {
    char[] drawn = new char[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = alphabet.charAt(below(alphabet.length()));
    }
    return new String(drawn);
  }

  public String uuid() {
    return hex(8) + '-' + hex(4) + "-4" + hex(3) + "-8" + hex(3) + '-' + hex(12);
  }
}
