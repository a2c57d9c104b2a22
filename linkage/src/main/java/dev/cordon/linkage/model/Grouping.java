package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;

/**
 * How pairs become clusters.
 *
 * @param threshold the least match probability of a proposed pair, above 0 and below 1
 * @param innerAgreement the least share of a joined group's cross pairs that must hold, 0 to 1
 * @param unseen weight in bits of a pair that was never compared, 0 or less
 * @param largest most records of one cluster
 * @param onePerSource whether a source holds each person once, so that its records never meet
 */
public record Grouping(
    double threshold, double innerAgreement, double unseen, int largest, boolean onePerSource) {

  /** Checks the limits once. */
  public Grouping {
    if (!(threshold > 0 && threshold < 1)) {
      throw new LinkageException("threshold lies between 0 and 1, not " + threshold);
    }
    if (!(innerAgreement >= 0 && innerAgreement <= 1)) {
      throw new LinkageException("inner_agreement lies between 0 and 1, not " + innerAgreement);
    }
    if (!(unseen <= 0 && unseen >= -100)) {
      throw new LinkageException("unseen lies between -100 and 0, not " + unseen);
    }
    if (largest < 2) {
      throw new LinkageException("largest is at least 2, not " + largest);
    }
  }
}
