package dev.cordon.linkage;

import java.util.Arrays;

/**
 * Links between holders as primitive columns, grown as needed: a few tens of bytes each, so that
 * millions fit in a small heap. Not thread-safe.
 */
public final class LinkTable {

  private static final int FIRST_CAPACITY = 1024;

  private int[] a = new int[FIRST_CAPACITY];
  private int[] b = new int[FIRST_CAPACITY];
  private double[] weight = new double[FIRST_CAPACITY];
  private byte[] strength = new byte[FIRST_CAPACITY];
  private int size;

  /** Adds a link and returns its number. */
  public int add(int first, int second, Strength linkStrength, double linkWeight) {
    if (first == second || first < 0 || second < 0) {
      throw new LinkageException("a link joins two holders, not " + first + " and " + second);
    }
    if (!Double.isFinite(linkWeight)) {
      throw new LinkageException("a link's weight is a number, not " + linkWeight);
    }
    if (size == a.length) {
      grow();
    }
    a[size] = Math.min(first, second);
    b[size] = Math.max(first, second);
    weight[size] = linkWeight;
    strength[size] = (byte) linkStrength.ordinal();
    return size++;
  }

  /** How many links there are. */
  public int size() {
    return size;
  }

  /** The smaller holder of a link. */
  public int a(int link) {
    return a[link];
  }

  /** The larger holder of a link. */
  public int b(int link) {
    return b[link];
  }

  /** The weight of a link, in bits. */
  public double weight(int link) {
    return weight[link];
  }

  /** What the link says about its pair. */
  public Strength strength(int link) {
    return Strength.values()[strength[link]];
  }

  /**
   * Link numbers in the order they are applied: strongest first, then heaviest, then by holders.
   * The order depends on the links only, not on when they were added.
   */
  int[] order() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, index -> index);
    Arrays.sort(order, this::compare);
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private int compare(int first, int second) {
    int result = Byte.compare(strength[first], strength[second]);
    if (result == 0) {
      result = Double.compare(weight[second], weight[first]);
    }
    if (result == 0) {
      result = Integer.compare(a[first], a[second]);
    }
    return result != 0 ? result : Integer.compare(b[first], b[second]);
  }

  private void grow() {
    int capacity = a.length * 2;
    a = Arrays.copyOf(a, capacity);
    b = Arrays.copyOf(b, capacity);
    weight = Arrays.copyOf(weight, capacity);
    strength = Arrays.copyOf(strength, capacity);
  }
}
