package dev.cordon.attribution;

/** What the evidence for a country is worth, by the written rules. */
public enum EvidenceStrength {
  /** Independent kinds agree and none speaks against. */
  STRONG,
  /** Most of what is known agrees. */
  MODERATE,
  /** One kind, seldom. */
  WEAK,
  /** Kinds speak for several countries and no rule decides: no country is stated. */
  CONFLICTING,
  /** Nothing points to a country. */
  NONE
}
