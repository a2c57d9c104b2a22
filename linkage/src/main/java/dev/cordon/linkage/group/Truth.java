package dev.cordon.linkage.group;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels to measure with: the entity of each record. Counts pairs of records. Immutable.
 *
 * @param entities for each record its entity's number
 * @param sources for each record its source, or null where pairs within a source count too
 */
public record Truth(int[] entities, int @Nullable [] sources) {

  /** How good something is: pairs found and right, pairs found, pairs that are right. */
  public record Score(long right, long found, long all) {

    /** Share of what was found that is right; 1 when nothing was found. */
    public double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    /** Share of what is right that was found. */
    public double recall() {
      return all == 0 ? 1 : (double) right / all;
    }

    /** The harmonic mean of both. */
    public double f1() {
      return found + all == 0 ? 1 : 2.0 * right / (found + all);
    }
  }

  /** The score of clusters. */
  public Score ofClusters(int[] clusters) {
    Map<Long, Long> both = new HashMap<>();
    for (int record = 0; record < clusters.length; record++) {
      both.merge(((long) entities[record] << 32) | clusters[record], 1L, Long::sum);
    }
    long right = pairs(both) - within(entities, clusters);
    return new Score(right, pairs(clusters) - within(clusters, null), all());
  }

  /** The score of pairs of at least so much weight. */
  public Score ofPairs(Pairs pairs, double least) {
    long found = 0;
    long right = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.weight(pair) >= least) {
        found++;
        right += entities[pairs.a(pair)] == entities[pairs.b(pair)] ? 1 : 0;
      }
    }
    return new Score(right, found, all());
  }

  private long all() {
    return pairs(entities) - within(entities, null);
  }

  private static long pairs(int[] groups) {
    Map<Long, Long> sizes = new HashMap<>();
    for (int group : groups) {
      sizes.merge((long) group, 1L, Long::sum);
    }
    return pairs(sizes);
  }

  // Pairs within one source, which do not count where sources are linked across.
  private long within(int[] groups, int @Nullable [] second) {
    if (sources == null) {
      return 0;
    }
    Map<String, Long> sizes = new HashMap<>();
    for (int record = 0; record < groups.length; record++) {
      String key = groups[record] + "/" + (second == null ? 0 : second[record]);
      sizes.merge(key + "/" + sources[record], 1L, Long::sum);
    }
    return pairs(sizes);
  }

  private static long pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }
}
