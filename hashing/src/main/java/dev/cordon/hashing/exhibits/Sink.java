package dev.cordon.hashing.exhibits;

/** Takes what is found, in the order it is found. */
interface Sink {

  /** A file; returns quickly unless much is under way. False when a cap ends the walk. */
  boolean found(Find find);

  /** Whether the next find was taken by an earlier run, so that nothing of it need be read. */
  boolean isKnown();

  /** How many places of the outermost folder or listing were reached. */
  default void reached(long number) {}

  /** Something about the exhibit as a whole: a limit met, a volume nobody can read. */
  void remark(String remark);
}
