package dev.cordon.ledger;

/**
 * What was done to data: the six kinds the law names (Directive (EU) 2016/680 Art. 25), decisions,
 * and hand-overs of things.
 */
public enum Act {
  /** Taken in. */
  COLLECTION,
  /** Changed. */
  ALTERATION,
  /** Looked at. */
  CONSULTATION,
  /** Handed to someone else. */
  DISCLOSURE,
  /** Brought together. */
  COMBINATION,
  /** Destroyed. */
  ERASURE,
  /** Decided by a person. */
  DECISION,
  /** A thing went from one person to another. */
  HAND_OVER
}
