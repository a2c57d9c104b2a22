package dev.cordon.access;

import java.time.Instant;

/**
 * Why a member reads persons' files of an operation, and until when that stands.
 *
 * @param words in the member's own words
 */
public record ReadingReason(ReadingPurpose purpose, String words, Instant until) {

  /** As an entry of the ledger carries it, with what was opened. */
  public String about(String act) {
    return act + " · " + purpose.title() + ": " + words;
  }
}
