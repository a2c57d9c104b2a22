package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.List;
import java.util.Set;

/**
 * Compares two records in one respect. Level numbers: 0 is missing (no value on one side), 1 to n
 * are {@code levels} in order, n + 1 is everything else.
 *
 * @param name what it is called
 * @param present fields of which at least one must be there on both sides, else it is missing
 * @param levels the levels, strongest first
 */
public record Comparison(String name, List<String> present, List<Level> levels) {

  /** Most levels a comparison may have. */
  public static final int MOST_LEVELS = 14;

  /** Checks the shape. */
  public Comparison {
    Names.check("comparison", name);
    present = List.copyOf(present);
    levels = List.copyOf(levels);
    if (present.isEmpty() || levels.isEmpty() || levels.size() > MOST_LEVELS) {
      throw new LinkageException(
          "comparison " + name + " needs fields and 1 to " + MOST_LEVELS + " levels");
    }
  }

  /** All fields it looks at. */
  public Set<String> used() {
    return ModelCheck.fields(this);
  }

  /** The number of the level that holds when no other does. */
  public int otherwise() {
    return levels.size() + 1;
  }

  /** How many level numbers there are, missing and otherwise included. */
  public int size() {
    return levels.size() + 2;
  }

  /** What a level number is called. */
  public String label(int level) {
    if (level == 0) {
      return "missing";
    }
    return level == otherwise() ? "otherwise" : levels.get(level - 1).label();
  }
}
