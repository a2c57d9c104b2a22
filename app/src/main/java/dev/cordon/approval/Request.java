package dev.cordon.approval;

import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for an act, and what became of it.
 *
 * @param target what the act is about, as its stage writes it
 * @param what the sentence the first person was told
 * @param askedBy the first person
 * @param askedByName the first person's name
 * @param decision who decided and why; none while it is open or when its time ran out
 */
public record Request(
    ApprovalId id,
    OperationId operation,
    ActKind kind,
    String target,
    String what,
    MemberId askedBy,
    String askedByName,
    Instant askedAt,
    String askReason,
    Instant expiresAt,
    State state,
    Optional<Decision> decision) {

  /** The one decision about a request. */
  public record Decision(MemberId by, String byName, Instant at, String reason) {}

  /** Where a request stands. */
  public enum State {
    /** It waits for a second person. */
    OPEN,
    /** A second person approved, and it was done. */
    APPROVED,
    /** A second person said no. */
    DECLINED,
    /** Who asked took it back. */
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED
  }
}
