package dev.cordon.evidence;

/** What is not in order about an act. */
public enum Irregularity {
  /** The person giving it does not hold it. */
  NOT_THE_HOLDER("not the holder", true),
  /** Nobody can hand a thing to oneself. */
  SAME_PERSON("same person", false),
  /** The seal found is not the seal it was last given. */
  SEAL_DIFFERS("seal differs", true),
  /** It lies before the last act on the exhibit. */
  BEFORE_LAST("before the last act", true),
  /** It lies in the future. */
  IN_THE_FUTURE("in the future", false),
  /** The clock of the server stands before acts it has recorded. */
  CLOCK_WENT_BACK("clock went back", true),
  /** The agency it goes to is closed. */
  CLOSED_AGENCY("closed agency", false),
  /** The exhibit was returned, destroyed, divided or joined with others. */
  NO_MORE_HELD("no more held", false),
  /** Somebody else acted on it after the page was opened. */
  CHANGED_MEANWHILE("changed meanwhile", false);

  private final String label;
  private final boolean recordable;

  Irregularity(String label, boolean recordable) {
    this.label = label;
    this.recordable = recordable;
  }

  /** As people call it. */
  public String label() {
    return label;
  }

  /** Whether it may be so all the same, and is then recorded under its name with an explanation. */
  public boolean isRecordable() {
    return recordable;
  }
}
