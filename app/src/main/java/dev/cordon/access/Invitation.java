package dev.cordon.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An invitation, as those see it who may withdraw it. Never its token.
 *
 * @param agency whose member the invited person becomes
 * @param administrator whether the person will administer the installation
 * @param grant the first role that comes with it
 * @param invitedBy the inviter's name
 */
public record Invitation(
    UUID id,
    AgencyId agency,
    String agencyName,
    String signInName,
    String displayName,
    boolean administrator,
    Optional<FirstGrant> grant,
    String invitedBy,
    Instant invitedAt,
    Instant expiresAt,
    State state,
    Optional<Instant> endedAt) {

  /** The role an invited person starts with. */
  public record FirstGrant(OperationId operation, String operationName, Role role, Instant until) {}

  /** Where an invitation stands. */
  public enum State {
    /** It can be used. */
    OPEN,
    /** Somebody joined by it. */
    ACCEPTED,
    /** It was taken back. */
    WITHDRAWN,
    /** Its time is over, or whoever made it may no longer invite. */
    EXPIRED
  }
}
