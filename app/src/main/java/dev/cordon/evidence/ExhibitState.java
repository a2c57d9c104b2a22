package dev.cordon.evidence;

import java.util.Locale;

/** What became of an exhibit. */
public enum ExhibitState {
  /** In custody. */
  HELD("in custody"),
  /** Forfeited by order; still in custody until it is destroyed or handed on. */
  FORFEITED("forfeited"),
  /** Given back by order. */
  RETURNED("returned"),
  /** Destroyed by order. */
  DESTROYED("destroyed"),
  /** Divided into other exhibits, which carry on its custody. */
  SPLIT("divided"),
  /** Joined with others into one exhibit, which carries on its custody. */
  MERGED("joined with others");

  private final String label;

  ExhibitState(String label) {
    this.label = label;
  }

  /** As people call it. */
  public String label() {
    return label;
  }

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more can be done with it. */
  public boolean isClosed() {
    return this != HELD && this != FORFEITED;
  }

  /** Read from what the database writes. */
  public static ExhibitState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
