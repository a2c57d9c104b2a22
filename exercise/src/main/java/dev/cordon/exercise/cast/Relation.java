package dev.cordon.exercise.cast;

/**
 * What ties a person to another one who is not the same: each is a trap for whoever joins records.
 * The follower borrows from the leader; the leader knows nothing of it.
 */
public enum Relation {
  NONE("", 0),
  HOUSEHOLD_CARD(
      "two people of one household paid (or tried to) with the same card; own names, mailboxes and devices",
      8),
  HOUSEHOLD_LINE("two people of different names behind one home line", 14),
  SENIOR_JUNIOR(
      "parent and child of the same name at one address; birth years, phones, cards differ", 5),
  PREPAID_SHARED("a prepaid product that shows the same fingerprint for strangers", 14),
  EXCHANGE_WALLET("the refund address belongs to an exchange and is used by strangers", 11),
  NAMESAKE("namesakes in different countries", 18),
  HANDLE_REUSE("the shop log-in of one is the forum name of a stranger", 20),
  DOTS_MATTER("at this provider dots count: two mailboxes, two people", 7),
  RECYCLED_MAILBOX("mailbox given up by one person and registered anew by another", 5),
  RECYCLED_PHONE("telephone number passed on to a new subscriber", 5),
  SHARED_DEVICE("a public computer used by strangers", 6),
  RECOVERY_OTHER("the recovery mailbox belongs to a relative", 7),
  FAMILY_MAILBOX("one mailbox read by two people of a household", 4),
  PASSED_ON_LINE("home address handed to another customer later on", 18),
  CARDED("the same stolen card data used by two fraudsters who do not know each other", 4),
  HOMOGLYPH("the forum name imitates another one with look-alike letters", 4),
  MOBILE_EXIT("strangers behind one mobile exit", 9),
  VPN_EXIT("strangers behind one VPN exit", 6),
  TOR_EXIT("strangers behind one Tor exit", 4);

  private final String why;
  private final int pairs;

  Relation(String why, int pairs) {
    this.why = why;
    this.pairs = pairs;
  }

  /** Why the two must not be joined, for the truth file. */
  public String why() {
    return why;
  }

  /** How many such pairs an exercise of size S has. */
  public int pairs() {
    return pairs;
  }

  /** The name of this trap in the truth file. */
  public String trap() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether both live under one roof. */
  public boolean sharesHome() {
    return this == HOUSEHOLD_CARD
        || this == HOUSEHOLD_LINE
        || this == SENIOR_JUNIOR
        || this == FAMILY_MAILBOX;
  }

  /** Whether both live in the same country. */
  public boolean sameCountry() {
    return this != NAMESAKE
        && this != PREPAID_SHARED
        && this != EXCHANGE_WALLET
        && this != HANDLE_REUSE
        && this != HOMOGLYPH
        && this != CARDED
        && this != VPN_EXIT
        && this != TOR_EXIT;
  }
}
