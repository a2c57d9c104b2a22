package dev.cordon.attribution;

/** Who stands behind a kind of evidence: the rules count by it. */
public enum EvidenceGroup {
  /** Connections of a home or a mobile telephone, seen by the platform itself. */
  LINE,
  /** What a payment that went through says; a card company looked at it. */
  PAID,
  /** What a provider answered about its subscriber. */
  ANSWER,
  /** What the person typed, and nobody checked. */
  DECLARED,
  /** Settings and habits: weak, never alone. */
  HABIT,
  /** Shown, and counted by no rule. */
  SHOWN,
  /** Connections that hide where somebody is: VPN, Tor, hosting. They point to no country. */
  MASKED;

  /** Whether somebody other than the person stands behind it. */
  public boolean isChecked() {
    return this == LINE || this == PAID || this == ANSWER;
  }

  /** Whether it is the person's own word or setting. */
  public boolean isOwnWord() {
    return this == DECLARED;
  }
}
