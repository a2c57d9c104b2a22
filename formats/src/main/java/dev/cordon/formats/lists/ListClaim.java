package dev.cordon.formats.lists;

/** What a list says of a file besides its category. It is the list's word, not a finding. */
public enum ListClaim {
  /** The victim is identified. */
  VICTIM_IDENTIFIED,
  /** The offender is identified. */
  OFFENDER_IDENTIFIED,
  /** It is distributed. */
  DISTRIBUTED,
  /** It is suspected, not confirmed. */
  SUSPECTED,
  /** It is self-generated. */
  SELF_GENERATED,
  /** It belongs to a series; the series' name stays in the list. */
  SERIES,
  /** It belongs to the internationally agreed baseline. */
  BASELINE,
  /** Its category was given beforehand. */
  PRECATEGORIZED
}
