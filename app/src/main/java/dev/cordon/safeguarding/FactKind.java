package dev.cordon.safeguarding;

import java.util.Locale;

/** What points to danger. */
public enum FactKind {
  /** Children live where the subject lives. */
  LIVES_WITH_CHILDREN("lives with children"),
  /** Work, office or club with children. */
  WORKS_WITH_CHILDREN("works with children"),
  /** The subject speaks of abusing a child. */
  CONTACT_ABUSE_STATED("states contact abuse"),
  /** A journey to a child is announced. */
  TRAVEL_ANNOUNCED("announces travel"),
  /** A victim in reach of the subject is known. */
  KNOWN_VICTIM("a victim in reach is known"),
  /** The subject may do harm to himself or herself. */
  DANGER_TO_SELF("danger to himself or herself"),
  /** Something else. */
  OTHER("something else");

  private final String words;

  FactKind(String words) {
    this.words = words;
  }

  /** For a reader. */
  public String words() {
    return words;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FactKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
