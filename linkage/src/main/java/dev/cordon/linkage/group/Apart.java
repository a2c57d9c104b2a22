package dev.cordon.linkage.group;

/** Knows which records are two persons'. */
@FunctionalInterface
public interface Apart {

  /** Nobody is known to be somebody else. */
  Apart NONE = (members, forbidden) -> {};

  /** Receives two places in the members' array. */
  @FunctionalInterface
  interface Forbidden {
    /** These two must not meet. */
    void pair(int first, int second);
  }

  /** Tells all forbidden pairs among some records (ascending). */
  void among(int[] members, Forbidden forbidden);
}
