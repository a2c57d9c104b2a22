package dev.cordon.resolution.internal;

/** What speaks of two people although two accounts share a selector. */
enum Doubt {
  /** A year of birth stated on both, and not the same. */
  BIRTHS_DIFFER("other years of birth", true, true),
  /** One name with the addition of a generation, the other without. */
  GENERATION_UNCLEAR("one name says which generation, the other does not", true, true),
  /** Mailboxes that spell one name with different years. */
  YEARS_DIFFER("their mailboxes add different years to the name", true, true),
  /** The given names are not the same words; one may be a form or an initial of the other. */
  GIVEN_ALIKE("the given names are not the same", true, false),
  /** Another name stands on one of them. */
  SEVERAL_NAMES("another name stands beside the one in common", true, false),
  /** Used in one minute with two programs. */
  AT_ONCE("used in the same minute with two programs", true, true),
  /** One roof by line or address, and none of the programs in common. */
  OTHER_PROGRAMS_AT_HOME("one roof, other programs", true, true),
  /** Telephone numbers on both, none in common. */
  NUMBERS_DIFFER("other telephone numbers", false, false),
  /** Cards on both, none in common. */
  CARDS_DIFFER("other cards", false, false),
  /** Programs known of both, none in common. */
  PROGRAMS_DIFFER("other programs", false, false),
  /** No name is known of one of them. */
  NAME_UNKNOWN("no name is known of one of them", false, false);

  private final String text;
  private final boolean contradicts;
  private final boolean spreads;

  Doubt(String text, boolean contradicts, boolean spreads) {
    this.text = text;
    this.contradicts = contradicts;
    this.spreads = spreads;
  }

  /** In words. */
  String text() {
    return text;
  }

  /** Whether it makes a selector that is one person's doubtful by itself. */
  boolean contradicts() {
    return contradicts;
  }

  /** Whether it makes the selector doubtful for all who share it: one mailbox of a couple, say. */
  boolean spreads() {
    return spreads;
  }
}
