package dev.cordon.action.day;

import org.jspecify.annotations.Nullable;

/**
 * What became of a report that was sent. However it ends, the sender may wipe it: it is kept here.
 *
 * @param id the report's id as the sender gave it; null when it could not be read
 * @param outcome what became of it
 * @param why in plain words
 */
public record TakenReport(@Nullable String id, Outcome outcome, String why) {

  /** What became of it. */
  public enum Outcome {
    /** It stands in the sequence of its site. */
    TAKEN,
    /** It was received before; the first one stands. */
    KNOWN,
    /** It is kept aside whole, until a person of the agency decides. */
    ASIDE
  }
}
