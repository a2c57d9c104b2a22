package dev.cordon.linkage.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names clusters so that names outlive a run. A cluster keeps the name most of its named records
 * had, if most of that name's records are in it; a name nobody keeps resolves to the cluster that
 * holds most of its records. New clusters get numbers never used before. Stateless.
 */
public final class StableIds {

  private StableIds() {}

  /** What became of an old name. */
  public enum Fate {
    /** Its cluster still has it. */
    KEPT,
    /** Its records are in a cluster of another name now. */
    MERGED,
    /** Its cluster still has it, but some of its records went elsewhere. */
    SPLIT,
    /** None of its records is there any more. */
    GONE
  }

  /**
   * An old name.
   *
   * @param name the name
   * @param fate what became of it
   * @param now the name to look under; the name itself when gone
   */
  public record Old(String name, Fate fate, String now) {}

  /**
   * The names.
   *
   * @param names for each record its cluster's name
   * @param old every old name, sorted
   */
  public record Named(String[] names, List<Old> old) {}

  /**
   * Names clusters; {@code before} has each record's old name or null, {@code known} every name
   * ever given.
   */
  public static Named name(int[] clusters, @Nullable String[] before, Iterable<String> known) {
    Map<Integer, Map<String, Integer>> claims = new HashMap<>();
    Map<String, Map<Integer, Integer>> places = new TreeMap<>();
    long highest = 0;
    for (String name : known) {
      places.put(name, new TreeMap<>());
      highest = Math.max(highest, number(name));
    }
    for (int record = 0; record < clusters.length; record++) {
      String name = before[record];
      if (name != null) {
        claims
            .computeIfAbsent(clusters[record], unused -> new TreeMap<>())
            .merge(name, 1, Integer::sum);
        places
            .computeIfAbsent(name, unused -> new TreeMap<>())
            .merge(clusters[record], 1, Integer::sum);
        highest = Math.max(highest, number(name));
      }
    }
    Map<Integer, String> chosen = new HashMap<>();
    String[] names = new String[clusters.length];
    for (int record = 0; record < clusters.length; record++) {
      int cluster = clusters[record];
      String name = chosen.get(cluster);
      if (name == null) {
        name = kept(cluster, claims.getOrDefault(cluster, Map.of()), places);
        if (name == null) {
          name = "c" + ++highest;
        }
        chosen.put(cluster, name);
      }
      names[record] = name;
    }
    return new Named(names, fates(places, chosen));
  }

  private static @Nullable String kept(
      int cluster, Map<String, Integer> claims, Map<String, Map<Integer, Integer>> places) {
    String best = null;
    int most = 0;
    for (Map.Entry<String, Integer> claim : claims.entrySet()) {
      Map<Integer, Integer> where = places.getOrDefault(claim.getKey(), Map.of());
      if (claim.getValue() > most && home(where) == cluster) {
        best = claim.getKey();
        most = claim.getValue();
      }
    }
    return best;
  }

  // Where most of a name's records are; the cluster of the smallest record when equal.
  private static int home(Map<Integer, Integer> where) {
    int home = -1;
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : where.entrySet()) {
      if (entry.getValue() > most) {
        home = entry.getKey();
        most = entry.getValue();
      }
    }
    return home;
  }

  private static List<Old> fates(
      Map<String, Map<Integer, Integer>> places, Map<Integer, String> chosen) {
    List<Old> old = new ArrayList<>();
    places.forEach((name, where) -> {
      if (where.isEmpty()) {
        old.add(new Old(name, Fate.GONE, name));
        return;
      }
      String now = chosen.getOrDefault(home(where), name);
      boolean kept = now.equals(name);
      Fate fate = !kept ? Fate.MERGED : where.size() > 1 ? Fate.SPLIT : Fate.KEPT;
      old.add(new Old(name, fate, now));
    });
    return old;
  }

  private static long number(String name) {
    return name.matches("c[0-9]{1,18}") ? Long.parseLong(name.substring(1)) : 0;
  }
}
