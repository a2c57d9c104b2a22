package dev.cordon.linkage.group;

import dev.cordon.linkage.model.Grouping;
import java.util.Arrays;

/*
 * Records connected by agreeing pairs form a component; each component is grouped by itself. A
 * component too large for a table of all its pairs has been chained together by values many people
 * share, so it is taken apart first: only pairs of one more bit connect, again and again, until the
 * parts are small enough.
 */
/** Groups records by scored pairs. Not thread-safe; used once. */
public final class Agglomeration {

  /** Largest component that is grouped as a whole. */
  public static final int LARGEST_COMPONENT = 1500;

  private static final float CAP_BITS = 12;

  private final int records;
  private final Pairs pairs;
  private final Grouping grouping;
  private final float threshold;
  private final int[] result;
  private int takenApart;
  private int refused;

  /** Over records 0 to {@code records - 1}. */
  public Agglomeration(int records, Pairs pairs, Grouping grouping) {
    this.records = records;
    this.pairs = pairs;
    this.grouping = grouping;
    this.threshold =
        (float) (Math.log(grouping.threshold() / (1 - grouping.threshold())) / Math.log(2));
    this.result = new int[records];
  }

  /** For each record the smallest record of its cluster. */
  public int[] run(Apart apart) {
    int[] component = Components.of(records, pairs, threshold);
    Arrays.setAll(result, index -> index);
    Layout layout = Layout.of(component, pairs);
    for (int root = 0; root < records; root++) {
      if (component[root] == root && layout.members(root) > 1) {
        group(layout, root, apart);
      }
    }
    return result;
  }

  /** How many components had to be taken apart. */
  public int takenApart() {
    return takenApart;
  }

  /** How often a guard kept groups apart that agree on the whole. */
  public int refused() {
    return refused;
  }

  private void group(Layout layout, int root, Apart apart) {
    int[] members = layout.records(root);
    int[] inner = layout.pairs(root);
    if (members.length <= LARGEST_COMPONENT) {
      merge(members, inner, apart);
      return;
    }
    takenApart++;
    float least = threshold;
    int[] parent = new int[members.length];
    while (largest(members, inner, parent, least) > LARGEST_COMPONENT) {
      least += 1;
    }
    parts(members, inner, parent, apart);
  }

  private int largest(int[] members, int[] inner, int[] parent, float least) {
    Arrays.setAll(parent, index -> index);
    for (int pair : inner) {
      if (pairs.weight(pair) >= least) {
        Components.join(parent, local(members, pairs.a(pair)), local(members, pairs.b(pair)));
      }
    }
    int[] sizes = new int[parent.length];
    int largest = 0;
    for (int index = 0; index < parent.length; index++) {
      largest = Math.max(largest, ++sizes[Components.find(parent, index)]);
    }
    return largest;
  }

  private void parts(int[] members, int[] inner, int[] parent, Apart apart) {
    int[] roots = new int[members.length];
    Arrays.setAll(roots, index -> Components.find(parent, index));
    int[] order = new int[inner.length];
    int used = 0;
    for (int pair : inner) {
      if (roots[local(members, pairs.a(pair))] == roots[local(members, pairs.b(pair))]) {
        order[used++] = pair;
      }
    }
    int[] kept = Arrays.copyOf(order, used);
    for (int root = 0; root < roots.length; root++) {
      int number = root;
      if (roots[root] == root) {
        int[] part = filter(members, index -> roots[index] == number);
        int[] own =
            Arrays.stream(kept)
                .filter(pair -> roots[local(members, pairs.a(pair))] == number)
                .toArray();
        if (part.length > 1) {
          merge(part, own, apart);
        }
      }
    }
  }

  private static int[] filter(int[] members, java.util.function.IntPredicate test) {
    return java.util.stream.IntStream.range(0, members.length)
        .filter(test)
        .map(index -> members[index])
        .toArray();
  }

  private void merge(int[] members, int[] inner, Apart apart) {
    Merging merging =
        new Merging(
            members.length,
            new Merging.Rules(
                threshold,
                (float) grouping.unseen(),
                grouping.innerAgreement(),
                grouping.largest(),
                CAP_BITS));
    for (int pair : inner) {
      merging.pair(
          local(members, pairs.a(pair)), local(members, pairs.b(pair)), pairs.weight(pair));
    }
    apart.among(members, merging::forbid);
    int[] groups = merging.run();
    refused += merging.refused();
    for (int index = 0; index < members.length; index++) {
      result[members[index]] = members[groups[index]];
    }
  }

  private static int local(int[] members, int record) {
    return Arrays.binarySearch(members, record);
  }
}
