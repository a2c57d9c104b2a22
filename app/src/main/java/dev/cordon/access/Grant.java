package dev.cordon.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A role somebody holds in an operation, from a moment until a moment.
 *
 * @param agency the member's agency
 * @param covers for whom it stands in, while that person is away
 * @param grantedBy who gave it
 * @param ended who ended it before its time, and why
 */
public record Grant(
    UUID id,
    MemberId member,
    String displayName,
    String signInName,
    String agency,
    Role role,
    Instant from,
    Instant until,
    Optional<String> covers,
    String grantedBy,
    State state,
    Optional<Ended> ended) {

  /** An end before its time. */
  public record Ended(String by, String reason) {}

  /** Where a grant stands now. */
  public enum State {
    /** It begins later. */
    COMING,
    /** It holds now. */
    NOW,
    /** It is over. */
    OVER
  }
}
