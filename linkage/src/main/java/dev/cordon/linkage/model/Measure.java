package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.Locale;

/** A number two values of one field give. */
public enum Measure {
  /** Jaro-Winkler, 0 to 1. */
  JARO_WINKLER(true),
  /** Likeness of two names of persons, word by word in any order, 0 to 1. */
  NAME(true),
  /** Share of common words, 0 to 1, rarer of both counts. */
  WORDS(true),
  /** Share of common three-letter pieces, 0 to 1. */
  PIECES(true),
  /** Characters inserted, removed or replaced. */
  EDITS(false),
  /** As {@link #EDITS}, neighbours swapped counting once. */
  SWAPS(false),
  /** Difference of two whole numbers. */
  DIFFERENCE(false),
  /** Difference of two dates' years. */
  YEARS(false);

  private final boolean likeness;

  Measure(boolean likeness) {
    this.likeness = likeness;
  }

  /** Whether more means more alike; else it is a distance. */
  public boolean isLikeness() {
    return likeness;
  }

  /** The word in a model file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Measure of(String word) {
    for (Measure measure : values()) {
      if (measure.word().equals(word)) {
        return measure;
      }
    }
    throw new LinkageException("there is no measure '" + word + "'");
  }
}
