package dev.cordon.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A court's or prosecutor's permission for a site.
 *
 * @param kind search or arrest
 * @param issuedBy who issued it
 * @param reference its number
 * @param legalReference the provision it stands on
 */
public record Warrant(
    Kind kind,
    String issuedBy,
    String reference,
    Instant validFrom,
    Instant validUntil,
    @Nullable String legalReference) {

  /** One that names no provision. */
  public Warrant(
      Kind kind, String issuedBy, String reference, Instant validFrom, Instant validUntil) {
    this(kind, issuedBy, reference, validFrom, validUntil, null);
  }

  /** What it permits. */
  public enum Kind {
    /** A search. */
    SEARCH,
    /** An arrest. */
    ARREST
  }
}
