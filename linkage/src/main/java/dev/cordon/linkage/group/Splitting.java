package dev.cordon.linkage.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * The strongest pair of a component may be the wrong one, and it is joined first. So each finished
 * group is looked at again: where one agreeing pair alone holds two parts together, the mean over all
 * pairs between the parts decides, and the weakest such bridge is cut first.
 */
/** Cuts groups at bridges that the rest of their pairs speaks against. Not thread-safe. */
final class Splitting {

  private final Pairs pairs;
  private final Merging.Rules rules;
  private int cuts;

  Splitting(Pairs pairs, Merging.Rules rules) {
    this.pairs = pairs;
    this.rules = rules;
  }

  /** How many bridges were cut. */
  int cuts() {
    return cuts;
  }

  /** For each member (ascending records) the smallest record of its part. */
  int[] split(int[] members, int[] inner) {
    int[] part = new int[members.length];
    Arrays.fill(part, members[0]);
    if (members.length < 3) {
      return part;
    }
    int[] agreeing =
        Arrays.stream(inner).filter(pair -> pairs.weight(pair) >= rules.agreeFrom()).toArray();
    List<Bridges.Bridge> bridges = new ArrayList<>(Bridges.of(members, agreeing, pairs));
    bridges.sort(
        Comparator.<Bridges.Bridge>comparingDouble(bridge -> pairs.weight(bridge.pair()))
            .thenComparingInt(bridge -> pairs.a(bridge.pair()))
            .thenComparingInt(bridge -> pairs.b(bridge.pair())));
    for (Bridges.Bridge bridge : bridges) {
      int[] sides = sides(members, agreeing, bridge.pair());
      if (mean(members, inner, sides) < 0) {
        cuts++;
        return parts(members, inner, sides);
      }
    }
    return part;
  }

  private int[] parts(int[] members, int[] inner, int[] sides) {
    Map<Integer, int[]> result = new HashMap<>();
    int[] part = new int[members.length];
    for (int side : Arrays.stream(sides).distinct().toArray()) {
      int[] own = own(members, sides, side);
      int[] found = split(own, within(own, inner));
      for (int index = 0; index < own.length; index++) {
        result.put(own[index], new int[] {found[index]});
      }
    }
    for (int index = 0; index < members.length; index++) {
      part[index] = result.getOrDefault(members[index], new int[] {members[index]})[0];
    }
    return part;
  }

  private static int[] own(int[] members, int[] sides, int side) {
    int[] own = new int[members.length];
    int size = 0;
    for (int index = 0; index < members.length; index++) {
      if (sides[index] == side) {
        own[size++] = members[index];
      }
    }
    return Arrays.copyOf(own, size);
  }

  private int[] within(int[] own, int[] inner) {
    return Arrays.stream(inner)
        .filter(pair ->
            Arrays.binarySearch(own, pairs.a(pair)) >= 0
                && Arrays.binarySearch(own, pairs.b(pair)) >= 0)
        .toArray();
  }

  private int[] sides(int[] members, int[] agreeing, int without) {
    int[] parent = new int[members.length];
    Arrays.setAll(parent, index -> index);
    for (int pair : agreeing) {
      if (pair != without) {
        Components.join(
            parent,
            Arrays.binarySearch(members, pairs.a(pair)),
            Arrays.binarySearch(members, pairs.b(pair)));
      }
    }
    int[] sides = new int[members.length];
    Arrays.setAll(sides, index -> Components.find(parent, index));
    return sides;
  }

  private double mean(int[] members, int[] inner, int[] sides) {
    long first = Arrays.stream(sides).filter(side -> side == sides[0]).count();
    long cross = first * (members.length - first);
    double sum = 0;
    long compared = 0;
    for (int pair : inner) {
      if (sides[Arrays.binarySearch(members, pairs.a(pair))]
          != sides[Arrays.binarySearch(members, pairs.b(pair))]) {
        sum += Math.clamp(pairs.weight(pair), -rules.cap(), rules.cap());
        compared++;
      }
    }
    return (sum + (cross - compared) * rules.unseen()) / cross;
  }
}
