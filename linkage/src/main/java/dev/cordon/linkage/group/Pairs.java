package dev.cordon.linkage.group;

import java.util.Arrays;

/** Scored pairs as primitive columns, about 21 bytes each. Not thread-safe while it grows. */
public final class Pairs {

  private static final int FIRST_CAPACITY = 1 << 12;

  private int[] a = new int[FIRST_CAPACITY];
  private int[] b = new int[FIRST_CAPACITY];
  private float[] weight = new float[FIRST_CAPACITY];
  private int size;

  /** Adds a pair of records with its total weight in bits. */
  public void add(int first, int second, double bits) {
    if (size == a.length) {
      int capacity = Math.addExact(size, size >> 1);
      a = Arrays.copyOf(a, capacity);
      b = Arrays.copyOf(b, capacity);
      weight = Arrays.copyOf(weight, capacity);
    }
    a[size] = first;
    b[size] = second;
    weight[size++] = (float) bits;
  }

  /** How many pairs there are. */
  public int size() {
    return size;
  }

  /** The smaller record of a pair. */
  public int a(int pair) {
    return a[pair];
  }

  /** The larger record of a pair. */
  public int b(int pair) {
    return b[pair];
  }

  /** The total weight of a pair, prior included, in bits. */
  public float weight(int pair) {
    return weight[pair];
  }

  /** The pairs' numbers by their records, ascending: an order that no thread decides. */
  public int[] sorted() {
    long[] keys = new long[size];
    for (int pair = 0; pair < size; pair++) {
      keys[pair] = ((long) a[pair] << 32) | b[pair];
    }
    Integer[] order = new Integer[size];
    Arrays.setAll(order, index -> index);
    Arrays.sort(order, (first, second) -> Long.compare(keys[first], keys[second]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
