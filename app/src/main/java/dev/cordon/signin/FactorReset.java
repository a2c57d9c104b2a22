package dev.cordon.signin;

import dev.cordon.access.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request that a member starts its sign-in anew, and what became of it.
 *
 * @param memberName whose sign-in, as who asked saw the name
 * @param expiresAt until when it can be decided
 * @param decision what a person decided, if somebody did
 */
public record FactorReset(
    UUID id,
    MemberId member,
    String memberName,
    MemberId askedBy,
    String askedByName,
    Instant askedAt,
    String reason,
    Instant expiresAt,
    State state,
    Optional<Decision> decision) {

  /** How far it is. */
  public enum State {
    /** A second person has to decide. */
    OPEN,
    /** Nobody decided in time. */
    EXPIRED,
    /** Somebody said no. */
    DECLINED,
    /** Who asked took it back. */
    WITHDRAWN,
    /** Taken away; the member has not used the link yet. */
    APPROVED,
    /** Taken away; the link ended before the member used it. */
    UNUSED,
    /** The member started anew. */
    USED
  }

  /**
   * A person's decision.
   *
   * @param linkEndsAt until when the member can use the link
   * @param usedAt when the member did
   */
  public record Decision(
      String byName,
      Instant at,
      String reason,
      Optional<Instant> linkEndsAt,
      Optional<Instant> usedAt) {}
}
