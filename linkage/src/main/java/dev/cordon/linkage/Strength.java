package dev.cordon.linkage;

/**
 * What a shared value of a kind says about a pair of records, strongest first. It is about the
 * pair, never about a person.
 */
public enum Strength {
  /** Two holders of the same rare value are proposed as one person. */
  STRONG,
  /** Proposed as one person where nothing known speaks against it. */
  MODERATE,
  /** Shown to a person, never enough for a proposal. */
  WEAK
}
