package dev.cordon.linkage.group;

import java.util.Arrays;

/**
 * Connected components over pairs of at least some weight: the usual way, whose precision falls as
 * data grow, because one wrong pair joins two whole groups. Kept as the baseline and to part the
 * work. Stateless.
 */
public final class Components {

  private Components() {}

  /** For each record the smallest record it is connected with. */
  public static int[] of(int records, Pairs pairs, double least) {
    int[] parent = new int[records];
    Arrays.setAll(parent, index -> index);
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.weight(pair) >= least) {
        join(parent, pairs.a(pair), pairs.b(pair));
      }
    }
    for (int record = 0; record < records; record++) {
      parent[record] = find(parent, record);
    }
    return parent;
  }

  // The smaller root stays a root, so every root is its component's smallest record.
  static void join(int[] parent, int a, int b) {
    int first = find(parent, a);
    int second = find(parent, b);
    if (first < second) {
      parent[second] = first;
    } else {
      parent[first] = second;
    }
  }

  static int find(int[] parent, int record) {
    int current = record;
    while (parent[current] != current) {
      parent[current] = parent[parent[current]];
      current = parent[current];
    }
    return current;
  }
}
