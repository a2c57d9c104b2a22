package dev.cordon.dispatch;

import java.util.Locale;

/** What came of a package, or of one subject in it. */
public enum Outcome {
  /** An investigation was opened. */
  OPENED,
  /** Not an offence there. */
  NO_OFFENCE_HERE,
  /** The person was not identified. */
  NOT_IDENTIFIED,
  /** Searched. */
  SEARCHED,
  /** Arrested. */
  ARRESTED,
  /** Closed. */
  CLOSED,
  /** It was not that person. */
  WRONG_PERSON;

  /** As the database writes it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
