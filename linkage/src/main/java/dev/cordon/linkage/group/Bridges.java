package dev.cordon.linkage.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * Depth-first search without recursion, so that a long chain does not exhaust the stack. An edge is
 * a bridge when nothing below it reaches above it (R. E. Tarjan, Information Processing Letters 2
 * (1974) 160-161). Cost: vertices and edges once.
 */
/** Finds the pairs whose removal would part a cluster. Stateless. */
public final class Bridges {

  private Bridges() {}

  /** A pair by its number, and how many records are on the smaller side of it. */
  public record Bridge(int pair, int smallerSide) {}

  /** The bridges among some pairs, which connect the {@code members} (ascending). */
  public static List<Bridge> of(int[] members, int[] inner, Pairs pairs) {
    return new Search(members, inner, pairs).run();
  }

  private static final class Search {
    private final int[] members;
    private final int[] inner;
    private final Pairs pairs;
    private final int[] head;
    private final int[] next;
    private final int[] to;
    private final int[] order;
    private final int[] low;
    private final int[] below;
    private final int[] via;
    private final int[] cursor;
    private final List<Bridge> bridges = new ArrayList<>();
    private int clock;

    Search(int[] members, int[] inner, Pairs pairs) {
      this.members = members;
      this.inner = inner;
      this.pairs = pairs;
      head = new int[members.length];
      next = new int[2 * inner.length];
      to = new int[2 * inner.length];
      order = new int[members.length];
      low = new int[members.length];
      below = new int[members.length];
      via = new int[members.length];
      Arrays.fill(head, -1);
      for (int index = 0; index < inner.length; index++) {
        int a = Arrays.binarySearch(members, pairs.a(inner[index]));
        int b = Arrays.binarySearch(members, pairs.b(inner[index]));
        arc(2 * index, a, b);
        arc(2 * index + 1, b, a);
      }
      cursor = head.clone();
    }

    List<Bridge> run() {
      for (int start = 0; start < members.length; start++) {
        if (order[start] == 0) {
          from(start);
        }
      }
      return bridges;
    }

    private void arc(int arc, int from, int target) {
      to[arc] = target;
      next[arc] = head[from];
      head[from] = arc;
    }

    private void from(int start) {
      int[] stack = new int[members.length];
      int depth = 0;
      stack[0] = start;
      via[start] = -1;
      enter(start);
      List<int[]> found = new ArrayList<>();
      while (depth >= 0) {
        int vertex = stack[depth];
        int arc = cursor[vertex];
        if (arc >= 0) {
          cursor[vertex] = next[arc];
          int other = to[arc];
          if (order[other] == 0) {
            via[other] = arc;
            enter(other);
            stack[++depth] = other;
          } else if (via[vertex] < 0 || arc != (via[vertex] ^ 1)) {
            low[vertex] = Math.min(low[vertex], order[other]);
          }
        } else if (--depth >= 0) {
          leave(vertex, stack[depth], found);
        }
      }
      int total = below[start];
      for (int[] bridge : found) {
        bridges.add(new Bridge(bridge[0], Math.min(bridge[1], total - bridge[1])));
      }
    }

    private void enter(int vertex) {
      order[vertex] = ++clock;
      low[vertex] = clock;
      below[vertex] = 1;
    }

    private void leave(int vertex, int parent, List<int[]> found) {
      below[parent] += below[vertex];
      low[parent] = Math.min(low[parent], low[vertex]);
      if (low[vertex] > order[parent]) {
        found.add(new int[] {inner[via[vertex] / 2], below[vertex]});
      }
    }
  }
}
