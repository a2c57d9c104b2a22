package dev.cordon.erasure;

import java.time.LocalDate;

/**
 * The order as it came from outside.
 *
 * @param authority who ordered: a court, a supervisory authority, the controller itself
 * @param reference its reference there; names nobody
 * @param on its date
 * @param legalBasis what it rests on
 */
public record Ordered(String authority, String reference, LocalDate on, String legalBasis) {

  /** Takes the blanks around each away. */
  public Ordered {
    authority = authority.strip();
    reference = reference.strip();
    legalBasis = legalBasis.strip();
  }
}
