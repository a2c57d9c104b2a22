package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;

/**
 * What a run may cost.
 *
 * @param largestBlock most records of one block before its value is refused as common
 * @param pairs most candidate pairs of all rules together
 * @param randomPairs pairs drawn to see how often strangers agree
 * @param sessionPairs pairs a training session works on, about
 */
public record Limits(int largestBlock, long pairs, int randomPairs, int sessionPairs) {

  /** Checks that each is usable. */
  public Limits {
    if (largestBlock < 2 || pairs < 1 || randomPairs < 1000 || sessionPairs < 1000) {
      throw new LinkageException(
          "limits: largest_block at least 2, pairs at least 1, random_pairs and session_pairs at"
              + " least 1000");
    }
  }
}
