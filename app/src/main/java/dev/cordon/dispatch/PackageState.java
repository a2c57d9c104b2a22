package dev.cordon.dispatch;

import java.util.Locale;

/** Where a package stands. */
public enum PackageState {
  /** Being prepared; nobody outside the lead sees it. */
  DRAFT,
  /** Released; the recipient can read it. */
  RELEASED,
  /** The recipient confirmed having it. */
  RECEIVED,
  /** A later version was released. */
  SUPERSEDED,
  /** Called back, with a reason. */
  RECALLED;

  /** Read from what the database writes. */
  static PackageState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
