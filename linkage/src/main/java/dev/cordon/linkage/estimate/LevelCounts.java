package dev.cordon.linkage.estimate;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * How often each combination of levels was seen, sorted by combination, so that sums do not depend
 * on the order of arrival. Immutable but for its arrays, which callers must not change.
 *
 * @param vectors level numbers of each combination, one for each comparison; 0 is missing
 * @param counts how many pairs have the combination
 * @param bits bits of rarity the combination's pairs have, about
 */
public record LevelCounts(int[][] vectors, long[] counts, double[] bits) {

  /** How many pairs there are. */
  public long total() {
    return Arrays.stream(counts).sum();
  }

  /** The same pairs seen through some comparisons only; the others become missing. */
  public LevelCounts only(boolean[] active) {
    Builder builder = new Builder();
    for (int index = 0; index < vectors.length; index++) {
      int[] vector = vectors[index].clone();
      for (int comparison = 0; comparison < vector.length; comparison++) {
        if (!active[comparison]) {
          vector[comparison] = 0;
        }
      }
      builder.add(vector, counts[index], 0);
    }
    return builder.build();
  }

  /** The counts of one comparison's levels. */
  public long[] levels(int comparison, int size) {
    long[] result = new long[size];
    for (int index = 0; index < vectors.length; index++) {
      result[vectors[index][comparison]] += counts[index];
    }
    return result;
  }

  /** Collects combinations; not thread-safe. */
  public static final class Builder {

    private final TreeMap<Key, Long> seen = new TreeMap<>();

    /** Adds so many pairs of a combination. */
    public Builder add(int[] vector, long count, int bits) {
      seen.merge(new Key(vector.clone(), bits), count, Long::sum);
      return this;
    }

    /** The counts. */
    public LevelCounts build() {
      int[][] vectors = new int[seen.size()][];
      long[] counts = new long[seen.size()];
      double[] bits = new double[seen.size()];
      int index = 0;
      for (var entry : seen.entrySet()) {
        vectors[index] = entry.getKey().vector;
        bits[index] = entry.getKey().bits;
        counts[index++] = entry.getValue();
      }
      return new LevelCounts(vectors, counts, bits);
    }

    private record Key(int[] vector, int bits) implements Comparable<Key> {
      @Override
      public int compareTo(Key other) {
        int order = Arrays.compare(vector, other.vector);
        return order != 0 ? order : Integer.compare(bits, other.bits);
      }
    }
  }
}
