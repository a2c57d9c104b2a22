package dev.cordon.hashing.review;

import java.util.Arrays;

/** Numbers joined into sets; a set is known by its lowest number. For one thread. */
final class ItemSets {

  private int[] parents;

  ItemSets(int count) {
    parents = new int[count];
    Arrays.setAll(parents, place -> place);
  }

  int find(int number) {
    int root = number;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  void join(int one, int other) {
    int first = find(one);
    int second = find(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  int count() {
    return parents.length;
  }

  /** The numbers ordered by set and then by number, without those that stand alone. */
  int[] grouped() {
    int[] sizes = new int[parents.length];
    for (int number = 0; number < parents.length; number++) {
      sizes[find(number)]++;
    }
    long[] keys = new long[parents.length];
    int used = 0;
    for (int number = 0; number < parents.length; number++) {
      int root = find(number);
      if (sizes[root] > 1) {
        keys[used++] = (long) root << 32 | number;
      }
    }
    long[] sorted = Arrays.copyOf(keys, used);
    Arrays.sort(sorted);
    return Arrays.stream(sorted).mapToInt(key -> (int) key).toArray();
  }
}
