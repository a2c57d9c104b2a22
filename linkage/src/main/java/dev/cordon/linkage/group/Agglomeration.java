package dev.cordon.linkage.group;

import dev.cordon.linkage.model.Grouping;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
  private int cuts;

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
    float least = threshold;
    boolean[] large = large(component);
    while (large != null) {
      least += 1;
      component = tighter(component, large, least);
      large = large(component);
    }
    Arrays.setAll(result, index -> index);
    Layout layout = Layout.of(component, pairs);
    for (int root = 0; root < records; root++) {
      if (component[root] == root && layout.members(root) > 1) {
        merge(layout.records(root), layout.pairs(root), apart);
      }
    }
    return result;
  }

  /** How many components had to be taken apart. */
  public int takenApart() {
    return takenApart;
  }

  /** How many groups were cut at a bridge the rest of their pairs speaks against. */
  public int cuts() {
    return cuts;
  }

  /** How often a guard kept groups apart that agree on the whole. */
  public int refused() {
    return refused;
  }

  // Null when every component is small enough.
  private boolean @Nullable [] large(int[] component) {
    int[] sizes = new int[records];
    boolean[] large = new boolean[records];
    int count = 0;
    for (int root : component) {
      if (++sizes[root] == LARGEST_COMPONENT + 1) {
        large[root] = true;
        count++;
      }
    }
    takenApart = Math.max(takenApart, count);
    return count == 0 ? null : large;
  }

  private int[] tighter(int[] component, boolean[] large, float least) {
    int[] parent = new int[records];
    Arrays.setAll(parent, record -> large[component[record]] ? record : component[record]);
    for (int pair = 0; pair < pairs.size(); pair++) {
      int root = component[pairs.a(pair)];
      if (large[root] && root == component[pairs.b(pair)] && pairs.weight(pair) >= least) {
        Components.join(parent, pairs.a(pair), pairs.b(pair));
      }
    }
    for (int record = 0; record < records; record++) {
      parent[record] = Components.find(parent, record);
    }
    return parent;
  }

  private void merge(int[] members, int[] inner, Apart apart) {
    Merging.Rules rules =
        new Merging.Rules(
            threshold,
            (float) grouping.unseen(),
            grouping.innerAgreement(),
            grouping.largest(),
            CAP_BITS);
    Merging merging = new Merging(members.length, rules);
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
    split(members, inner, rules);
  }

  private void split(int[] members, int[] inner, Merging.Rules rules) {
    Layout layout = Layout.within(members, inner, result, pairs);
    Splitting splitting = new Splitting(pairs, rules);
    for (int root = 0; root < members.length; root++) {
      if (layout.members(root) > 2) {
        int[] own = layout.records(root);
        Arrays.setAll(own, index -> members[own[index]]);
        int[] parts = splitting.split(own, layout.pairs(root));
        for (int index = 0; index < own.length; index++) {
          result[own[index]] = parts[index];
        }
      }
    }
    cuts += splitting.cuts();
  }

  private static int local(int[] members, int record) {
    return Arrays.binarySearch(members, record);
  }
}
