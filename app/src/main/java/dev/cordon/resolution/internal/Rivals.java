package dev.cordon.resolution.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Finds groups that could be either of two people's: what leads to the one leads nearly as well to
 * the other, as with a mailbox a couple reads. Not thread-safe.
 */
final class Rivals {

  private final Map<Integer, List<Claim>> claims = new TreeMap<>();

  private record Claim(int other, int link, double bits) {}

  /** Notes that a link of so many bits would join two groups. */
  void add(int first, int second, int link, double bits) {
    claims.computeIfAbsent(first, unused -> new ArrayList<>()).add(new Claim(second, link, bits));
    claims.computeIfAbsent(second, unused -> new ArrayList<>()).add(new Claim(first, link, bits));
  }

  /**
   * The links that decide between two people by less than the margin.
   *
   * @param apart whether two groups are clearly two people's
   */
  Set<Integer> either(BiPredicate<Integer, Integer> apart, double margin) {
    Set<Integer> links = new HashSet<>();
    for (List<Claim> own : claims.values()) {
      for (Claim one : own) {
        for (Claim other : own) {
          if (one.link() < other.link()
              && Math.abs(one.bits() - other.bits()) < margin
              && apart.test(one.other(), other.other())) {
            links.add(one.link());
            links.add(other.link());
          }
        }
      }
    }
    return links;
  }
}
