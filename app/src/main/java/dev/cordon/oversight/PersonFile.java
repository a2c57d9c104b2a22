package dev.cordon.oversight;

import dev.cordon.access.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's file somebody asked for.
 *
 * @param subject the number or id of the subject
 * @param decision of the second person; null while it waits
 */
public record PersonFile(
    UUID id,
    String subject,
    String reason,
    String legalBasis,
    MemberId askedBy,
    String asker,
    Instant askedAt,
    @Nullable Decision decision) {

  /**
   * What the second person decided.
   *
   * @param released whether it may leave
   * @param withheld the names of the parts the person does not receive
   * @param withheldBecause the ground (Directive (EU) 2016/680 Art. 15); null when nothing is
   * @param contentSha256 of the content that was read over
   * @param asOf the moment as of which it is put together
   * @param expired whether the time to take it has passed
   */
  public record Decision(
      boolean released,
      String words,
      List<String> withheld,
      @Nullable String withheldBecause,
      @Nullable String contentSha256,
      @Nullable Instant asOf,
      MemberId decidedBy,
      String decider,
      Instant decidedAt,
      Instant expiresAt,
      boolean expired) {

    /** Copies the list. */
    public Decision {
      withheld = List.copyOf(withheld);
    }
  }

  /** Whether its asker may take it now. */
  public boolean ready() {
    return decision != null && decision.released() && !decision.expired();
  }
}
