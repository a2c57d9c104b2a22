package dev.cordon.dispatch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
  /** Things were seized and registered. */
  EXHIBITS,
  /** Closed. */
  CLOSED,
  /** It was not that person. */
  WRONG_PERSON;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In a few words, for a list. */
  public String words() {
    return switch (this) {
      case OPENED -> "investigation opened";
      case NO_OFFENCE_HERE -> "not an offence here";
      case NOT_IDENTIFIED -> "not identified";
      case SEARCHED -> "searched";
      case ARRESTED -> "arrested";
      case EXHIBITS -> "exhibits";
      case CLOSED -> "closed";
      case WRONG_PERSON -> "wrong person";
    };
  }

  /** Read from what the database and messages write; nothing for another word. */
  public static Optional<Outcome> find(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
