package dev.cordon.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Connected components decay as data grow: one wrong link chains two people, and then their
 * families. So a link joins two groups only where nothing forbids it:
 *
 *   1. no pair across the two groups is marked as two people (a forbidden pair);
 *   2. the caller's veto knows nothing against it (clearly different names, for one);
 *   3. the joined group stays below the size at which a hub value is more likely than a person.
 *
 * Links are applied strongest first (Kruskal's order), so that a weaker link meets the groups the
 * stronger ones made. Union by size with path halving over int arrays; a second array threads each
 * group's members as a ring, so that a veto can look at them. Cost: O(links log links) for the
 * order, and for each join the members the veto looks at (bounded by the largest group).
 */
/** Groups holders by links under guards. Not thread-safe; used once. */
public final class Clustering {

  /** Why a link was not followed. */
  public enum Refusal {
    /** Somebody in one group is known to be another person than somebody in the other. */
    FORBIDDEN_PAIR,
    /** The caller's veto. */
    VETO,
    /** The joined group would be larger than a person's accounts plausibly are. */
    TOO_LARGE
  }

  /** Says whether two groups must stay apart. */
  @FunctionalInterface
  public interface Veto {
    /** True if the groups (each at least one holder) must not be joined by this link. */
    boolean forbids(int[] first, int[] second, int link);
  }

  private final int[] parent;
  private final int[] next;
  private final int[] groupSize;
  private final int largest;
  private final Map<Integer, Set<Integer>> forbidden = new HashMap<>();

  /** For holders 0 to {@code holders - 1} and groups of at most {@code largest}. */
  public Clustering(int holders, int largest) {
    if (holders < 0 || largest < 1) {
      throw new LinkageException(
          "holders " + holders + " and largest " + largest + " make no sense");
    }
    this.largest = largest;
    parent = new int[holders];
    next = new int[holders];
    groupSize = new int[holders];
    Arrays.setAll(parent, index -> index);
    Arrays.setAll(next, index -> index);
    Arrays.fill(groupSize, 1);
  }

  /** Marks two holders as two people; call before {@link #join}. */
  public void forbid(int a, int b) {
    forbidden.computeIfAbsent(a, unused -> new HashSet<>()).add(b);
    forbidden.computeIfAbsent(b, unused -> new HashSet<>()).add(a);
  }

  /** Follows the links in their order; the result has the refusal of each link or null. */
  public @Nullable Refusal[] join(LinkTable links, Veto veto) {
    @Nullable Refusal[] refusals = new @Nullable Refusal[links.size()];
    for (int link : links.order()) {
      if (links.strength(link) != Strength.WEAK) {
        refusals[link] = follow(links, link, veto);
      }
    }
    return refusals;
  }

  /** The smallest holder of each holder's group: the same for every order of input. */
  public int[] representatives() {
    int[] smallest = new int[parent.length];
    Arrays.fill(smallest, -1);
    int[] result = new int[parent.length];
    for (int holder = 0; holder < parent.length; holder++) {
      int root = find(holder);
      if (smallest[root] < 0) {
        smallest[root] = holder;
      }
      result[holder] = smallest[root];
    }
    return result;
  }

  private @Nullable Refusal follow(LinkTable links, int link, Veto veto) {
    int first = find(links.a(link));
    int second = find(links.b(link));
    if (first == second) {
      return null;
    }
    if (groupSize[first] + groupSize[second] > largest) {
      return Refusal.TOO_LARGE;
    }
    int[] firstMembers = members(first);
    int[] secondMembers = members(second);
    if (anyForbidden(firstMembers, secondMembers)) {
      return Refusal.FORBIDDEN_PAIR;
    }
    if (veto.forbids(firstMembers, secondMembers, link)) {
      return Refusal.VETO;
    }
    unite(first, second);
    return null;
  }

  private boolean anyForbidden(int[] first, int[] second) {
    for (int member : first) {
      Set<Integer> others = forbidden.get(member);
      if (others != null && Arrays.stream(second).anyMatch(others::contains)) {
        return true;
      }
    }
    return false;
  }

  private int[] members(int root) {
    int[] members = new int[groupSize[root]];
    int member = root;
    for (int index = 0; index < members.length; index++) {
      members[index] = member;
      member = next[member];
    }
    return members;
  }

  private void unite(int first, int second) {
    int winner = groupSize[first] >= groupSize[second] ? first : second;
    int loser = winner == first ? second : first;
    parent[loser] = winner;
    groupSize[winner] += groupSize[loser];
    int after = next[winner];
    next[winner] = next[loser];
    next[loser] = after;
  }

  private int find(int holder) {
    int current = holder;
    while (parent[current] != current) {
      parent[current] = parent[parent[current]];
      current = parent[current];
    }
    return current;
  }
}
