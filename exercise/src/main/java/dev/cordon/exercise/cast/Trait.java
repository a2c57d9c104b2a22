package dev.cordon.exercise.cast;

/** What makes a person's records harder or easier to join; several can hold for one person. */
public enum Trait {
  BUYER,
  OPERATOR,
  MODERATOR,
  /** Holds an address or a card but never used the platform. */
  NO_USER,
  SPAM,
  DISPOSABLE_MAIL,
  GUEST_ONLY,
  CRYPTO_ONLY,
  /** Reaches the platform through VPN and Tor exits only. */
  HIDDEN_ONLY,
  TRAVELLER,
  MOVED,
  /** The card was issued in another country than the holder lives in. */
  FOREIGN_CARD,
  PREPAID_CARD,
  STOLEN_CARD,
  /** A relative's name stands on the bill. */
  BILLED_TO_RELATIVE,
  /** Gives no billing details at all. */
  NO_BILLING,
  HEAVY,
  MULTIPLE,
  MOBILE_FIRST,
  /** The mailbox has a dot and lies with a provider at which dots count. */
  DOTTED_MAIL,
  /** The home address goes to another customer later on. */
  LINE_PASSED_ON,
  /** Uses Tor rather than a VPN. */
  TOR_FIRST,
  /** Somebody else borrows from this person; a trap's other half. */
  LEADS,
  /** Asks refunds to a wallet that strangers use too. */
  LENDS_WALLET,
  /** Gave up a mailbox that somebody else registered anew. */
  MAILBOX_PASSED_ON,
  /** Orders from a public computer. */
  PUBLIC_COMPUTER;

  int mask() {
    return 1 << ordinal();
  }
}
