package dev.cordon.exercise.files;

import dev.cordon.exercise.cast.Dice;
import java.util.Map;
import java.util.TreeMap;

/** Decides where odd values are planted and counts them. For one thread. */
public final class Tally {
  private final long seed;
  private final Map<String, Long> counts = new TreeMap<>();

  public Tally(long seed) {
    this.seed = seed;
  }

  /** Whether the thing of this key gets the oddity; about one in so many. */
  public boolean plant(String kind, long key, int oneIn) {
    boolean chosen = Dice.of(seed, "plant-" + kind, key).below(oneIn) == 0;
    if (chosen) {
      count(kind);
    }
    return chosen;
  }

  /** Counts one more of a kind. */
  public void count(String kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  public long of(String kind) {
    return counts.getOrDefault(kind, 0L);
  }

  public Map<String, Long> counts() {
    return counts;
  }
}
