package dev.cordon.requests;

import java.util.Locale;
import java.util.Set;

/** What became of a request. */
public enum RequestState {
  /** Written, not sent. */
  DRAFTED,
  /** The provider was asked to keep the data. */
  PRESERVATION_ASKED,
  /** Sent. */
  SENT,
  /** The answer became a source. */
  ANSWERED,
  /** The provider or an authority refused. */
  REFUSED,
  /** Taken back. */
  WITHDRAWN;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static RequestState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether an answer is still waited for. */
  public boolean isOpen() {
    return this == DRAFTED || this == PRESERVATION_ASKED || this == SENT;
  }

  /** What may come next. */
  public Set<RequestState> next() {
    return switch (this) {
      case DRAFTED -> Set.of(PRESERVATION_ASKED, SENT, WITHDRAWN);
      case PRESERVATION_ASKED -> Set.of(SENT, WITHDRAWN);
      case SENT -> Set.of(ANSWERED, REFUSED, WITHDRAWN);
      case ANSWERED, REFUSED, WITHDRAWN -> Set.of();
    };
  }
}
