package dev.cordon.signin;

import java.util.Locale;

/** What a member proved itself with. */
public enum Factor {
  /** Something known. */
  PASSWORD("password"),
  /** A key in a device, unlocked by its owner: two factors in one. */
  PASSKEY("passkey"),
  /** A code of an authenticator app. */
  AUTHENTICATOR_APP("code of the authenticator app"),
  /** One of the codes kept for a lost device. */
  RECOVERY_CODE("recovery code"),
  /** The agency's own identity provider. */
  AGENCY("agency's sign-in");

  private final String words;

  Factor(String words) {
    this.words = words;
  }

  /** As a page writes it. */
  public String words() {
    return words;
  }

  /** As the database writes it. */
  String way() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
