package dev.cordon.kernel.hamming;

/** Takes what a search finds. */
@FunctionalInterface
public interface MatchSink {

  /**
   * One stored code within the radius, in no particular order; each stored code at most once. Must
   * return quickly and must not change the index.
   *
   * @param position how many codes were inserted before this one
   * @param distance in how many bits it differs
   */
  void found(long position, int distance);
}
