package dev.cordon.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A verification of the whole ledger.
 *
 * @param held whether every check held
 * @param findings the checks made, in order; the last is the one that failed, where one did
 */
public record Verification(
    Instant startedAt, Instant endedAt, boolean held, List<VerificationFinding> findings) {

  /** Copies the findings. */
  public Verification {
    findings = List.copyOf(findings);
  }
}
