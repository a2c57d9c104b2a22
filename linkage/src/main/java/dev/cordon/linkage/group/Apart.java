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

  /** Records of one source are different persons; {@code sources} has each record's source. */
  static Apart withinSource(int[] sources) {
    return (members, forbidden) -> {
      for (int first = 0; first < members.length; first++) {
        for (int second = first + 1; second < members.length; second++) {
          if (sources[members[first]] == sources[members[second]]) {
            forbidden.pair(first, second);
          }
        }
      }
    };
  }

  /** This and the other knowledge together. */
  default Apart and(Apart other) {
    return (members, forbidden) -> {
      among(members, forbidden);
      other.among(members, forbidden);
    };
  }

  /** Tells all forbidden pairs among some records (ascending). */
  void among(int[] members, Forbidden forbidden);
}
