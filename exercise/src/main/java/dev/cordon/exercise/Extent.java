package dev.cordon.exercise;

/**
 * How much an exercise holds: a name, a factor over size S, and whether it may use the wide
 * reserved address space.
 *
 * @param label the name shown in the manifest
 * @param factor 1 means 4000 shop accounts, 2500 forum accounts and 273 buyers
 * @param wide whether 240.0.0.0/4 and 100.64.0.0/10 are used besides 198.18.0.0/15
 */
public record Extent(String label, double factor, boolean wide) {
  public Extent {
    if (factor < 0.2 || factor > 1000) {
      throw new ExerciseException("an extent's factor is 0.2 to 1000, not " + factor);
    }
  }

  /** A count of size S brought to this extent, at least one. */
  public int of(int count) {
    return Math.max(1, (int) Math.round(count * factor));
  }
}
