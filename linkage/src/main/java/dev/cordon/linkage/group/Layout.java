package dev.cordon.linkage.group;

import java.util.Arrays;

/** The records and the pairs of each component, as two arrays in the order of components. */
final class Layout {

  private final int[] recordStart;
  private final int[] recordOrder;
  private final int[] pairStart;
  private final int[] pairOrder;

  private Layout(int[] recordStart, int[] recordOrder, int[] pairStart, int[] pairOrder) {
    this.recordStart = recordStart;
    this.recordOrder = recordOrder;
    this.pairStart = pairStart;
    this.pairOrder = pairOrder;
  }

  static Layout of(int[] component, Pairs pairs) {
    int[] recordStart = new int[component.length + 1];
    for (int root : component) {
      recordStart[root + 1]++;
    }
    sum(recordStart);
    int[] next = recordStart.clone();
    int[] records = new int[component.length];
    for (int record = 0; record < component.length; record++) {
      records[next[component[record]]++] = record;
    }
    int[] pairStart = new int[component.length + 1];
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (component[pairs.a(pair)] == component[pairs.b(pair)]) {
        pairStart[component[pairs.a(pair)] + 1]++;
      }
    }
    sum(pairStart);
    next = pairStart.clone();
    int[] order = new int[pairStart[component.length]];
    for (int pair = 0; pair < pairs.size(); pair++) {
      int root = component[pairs.a(pair)];
      if (root == component[pairs.b(pair)]) {
        order[next[root]++] = pair;
      }
    }
    return new Layout(recordStart, records, pairStart, order);
  }

  /**
   * The groups among a few records (ascending) as a layout of places: {@code groups} has each
   * record's group, by its smallest record.
   */
  static Layout within(int[] members, int[] inner, int[] groups, Pairs pairs) {
    int[] component = new int[members.length];
    Arrays.setAll(component, index -> Arrays.binarySearch(members, groups[members[index]]));
    int[] starts = new int[members.length + 1];
    for (int root : component) {
      starts[root + 1]++;
    }
    sum(starts);
    int[] next = starts.clone();
    int[] records = new int[members.length];
    for (int index = 0; index < members.length; index++) {
      records[next[component[index]]++] = index;
    }
    int[] roots = new int[inner.length];
    int[] pairStarts = new int[members.length + 1];
    for (int index = 0; index < inner.length; index++) {
      int root = component[Arrays.binarySearch(members, pairs.a(inner[index]))];
      boolean same = root == component[Arrays.binarySearch(members, pairs.b(inner[index]))];
      roots[index] = same ? root : -1;
      pairStarts[root + 1] += same ? 1 : 0;
    }
    sum(pairStarts);
    next = pairStarts.clone();
    int[] order = new int[pairStarts[members.length]];
    for (int index = 0; index < inner.length; index++) {
      if (roots[index] >= 0) {
        order[next[roots[index]]++] = inner[index];
      }
    }
    return new Layout(starts, records, pairStarts, order);
  }

  /** How many records a component has. */
  int members(int root) {
    return recordStart[root + 1] - recordStart[root];
  }

  /** The component's records, ascending. */
  int[] records(int root) {
    return Arrays.copyOfRange(recordOrder, recordStart[root], recordStart[root + 1]);
  }

  /** The numbers of the pairs within the component. */
  int[] pairs(int root) {
    return Arrays.copyOfRange(pairOrder, pairStart[root], pairStart[root + 1]);
  }

  private static void sum(int[] counts) {
    for (int index = 1; index < counts.length; index++) {
      counts[index] += counts[index - 1];
    }
  }
}
