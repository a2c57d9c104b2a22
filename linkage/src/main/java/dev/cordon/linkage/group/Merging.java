package dev.cordon.linkage.group;

import java.util.Arrays;

/*
 * Average linkage over one component. Each pair of groups has the sum of the weights between them,
 * the number of compared pairs and the number of those that agree; a pair never compared counts with
 * a fixed weight. In each round the two groups with the highest mean are joined, while it is not
 * negative and nothing forbids them. One wrong pair between two persons' records is outvoted by the
 * pairs that disagree or were never found alike.
 *
 * Dense matrices of k x k; each row knows its best partner, so a component costs about k^2.
 */
/** Groups the records of one component. Not thread-safe; used once. */
final class Merging {

  private static final float FORBIDDEN = Float.NEGATIVE_INFINITY;

  private final int size;
  private final float[] sums;
  private final int[] compared;
  private final int[] agreeing;
  private final boolean[] apart;
  private final int[] members;
  private final boolean[] alive;
  private final int[] group;
  private final int[] best;
  private final float[] bestMean;
  private final Rules rules;
  private int refused;

  /**
   * What holds for every join.
   *
   * @param agreeFrom weight from which a pair agrees
   * @param unseen weight of a pair that was never compared
   * @param innerAgreement least share of agreeing pairs between two groups
   * @param largest most records of a group
   * @param cap weights count at most this much, either way
   */
  record Rules(float agreeFrom, float unseen, double innerAgreement, int largest, float cap) {}

  Merging(int size, Rules rules) {
    this.size = size;
    this.rules = rules;
    sums = new float[size * size];
    compared = new int[size * size];
    agreeing = new int[size * size];
    apart = new boolean[size * size];
    members = new int[size];
    alive = new boolean[size];
    group = new int[size];
    best = new int[size];
    bestMean = new float[size];
    Arrays.fill(members, 1);
    Arrays.fill(alive, true);
    Arrays.setAll(group, index -> index);
  }

  /** A compared pair. */
  void pair(int a, int b, float weight) {
    float capped = Math.max(-rules.cap, Math.min(rules.cap, weight));
    int agrees = weight >= rules.agreeFrom ? 1 : 0;
    set(a, b, capped, agrees);
    set(b, a, capped, agrees);
  }

  /** Two records that are known to be two persons'. */
  void forbid(int a, int b) {
    apart[a * size + b] = true;
    apart[b * size + a] = true;
  }

  /** For each record the smallest record of its group. */
  int[] run() {
    for (int row = 0; row < size; row++) {
      seek(row);
    }
    while (true) {
      int first = -1;
      for (int row = 0; row < size; row++) {
        if (alive[row] && bestMean[row] >= 0 && (first < 0 || bestMean[row] > bestMean[first])) {
          first = row;
        }
      }
      if (first < 0) {
        return group;
      }
      join(first, best[first]);
    }
  }

  /** How often two groups that agree on the whole were kept apart. */
  int refused() {
    return refused;
  }

  private void set(int a, int b, float weight, int agrees) {
    int cell = a * size + b;
    sums[cell] += weight;
    compared[cell]++;
    agreeing[cell] += agrees;
  }

  private void join(int first, int second) {
    int into = Math.min(first, second);
    int from = Math.max(first, second);
    alive[from] = false;
    for (int other = 0; other < size; other++) {
      if (group[other] == from) {
        group[other] = into;
      }
      if (alive[other] && other != into) {
        add(into * size + other, from * size + other);
        add(other * size + into, other * size + from);
      }
    }
    members[into] += members[from];
    seek(into);
    for (int other = 0; other < size; other++) {
      if (alive[other] && other != into) {
        refresh(other, into, from);
      }
    }
  }

  private void refresh(int row, int into, int from) {
    if (best[row] == into || best[row] == from) {
      seek(row);
      return;
    }
    float mean = mean(row, into);
    if (mean > bestMean[row] || mean == bestMean[row] && into < best[row]) {
      best[row] = into;
      bestMean[row] = mean;
    }
  }

  private void add(int to, int from) {
    sums[to] += sums[from];
    compared[to] += compared[from];
    agreeing[to] += agreeing[from];
    apart[to] |= apart[from];
  }

  private void seek(int row) {
    best[row] = -1;
    bestMean[row] = FORBIDDEN;
    for (int other = 0; other < size; other++) {
      if (alive[other] && other != row && compared[row * size + other] > 0) {
        float mean = mean(row, other);
        if (mean > bestMean[row]) {
          best[row] = other;
          bestMean[row] = mean;
        }
      }
    }
  }

  private float mean(int row, int other) {
    int cell = row * size + other;
    long cross = (long) members[row] * members[other];
    if (agreeing[cell] == 0) {
      return FORBIDDEN;
    }
    float mean = (sums[cell] + (cross - compared[cell]) * rules.unseen) / cross;
    if (mean >= 0
        && (apart[cell]
            || members[row] + members[other] > rules.largest
            || agreeing[cell] < rules.innerAgreement * cross)) {
      refused++;
      return FORBIDDEN;
    }
    return mean;
  }
}
