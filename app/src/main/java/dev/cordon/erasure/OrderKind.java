package dev.cordon.erasure;

import java.util.Locale;

/** What is ordered. */
public enum OrderKind {
  /** What is held about a person is destroyed. */
  ERASURE,
  /** It is hidden from every reader until an order ends that. */
  RESTRICTION,
  /** A restriction ends: what it hid is shown again. */
  END_OF_RESTRICTION;

  /** In a word or three, for a list. */
  public String words() {
    return switch (this) {
      case ERASURE -> "Erasure";
      case RESTRICTION -> "Restriction";
      case END_OF_RESTRICTION -> "End of a restriction";
    };
  }

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static OrderKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
