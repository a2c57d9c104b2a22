package dev.cordon.action;

import java.time.Instant;

/**
 * A court's or prosecutor's permission for a site.
 *
 * @param kind search or arrest
 * @param issuedBy who issued it
 * @param reference its number
 */
public record Warrant(
    Kind kind, String issuedBy, String reference, Instant validFrom, Instant validUntil) {

  /** What it permits. */
  public enum Kind {
    /** A search. */
    SEARCH,
    /** An arrest. */
    ARREST
  }
}
