package dev.cordon.requests;

import java.util.Locale;

/** What kind of provider is asked. */
public enum ProviderKind {
  /** A bank. */
  BANK,
  /** A processor of payments. */
  PROCESSOR,
  /** An exchange of crypto-assets. */
  EXCHANGE,
  /** A provider of mail. */
  MAIL,
  /** A provider of access to the internet. */
  ACCESS,
  /** Another. */
  OTHER;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
