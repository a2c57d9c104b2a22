package dev.cordon.evidence;

/** Why a hand-over can not have happened as told. */
public enum Irregularity {
  /** The person giving it does not hold it. */
  NOT_THE_HOLDER("not the holder"),
  /** Nobody can hand a thing to oneself. */
  SAME_PERSON("same person"),
  /** The seal found is not the seal it was last given. */
  SEAL_DIFFERS("seal differs"),
  /** It lies before the time from which the giver holds it. */
  BEFORE_LAST("before the last hand-over"),
  /** It lies in the future. */
  IN_THE_FUTURE("in the future");

  private final String label;

  Irregularity(String label) {
    this.label = label;
  }

  /** As people call it. */
  public String label() {
    return label;
  }
}
