package dev.cordon.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger, as anyone may see it.
 *
 * @param waiting entries that stand and have no place yet
 * @param behindSince when the oldest entry was made that no checkpoint covers; null for none
 * @param checkpoint the last one, if there is one
 * @param key what checkpoints are verified with, to hand to others
 */
public record LedgerState(
    long waiting,
    @Nullable Instant behindSince,
    Optional<SignedCheckpoint> checkpoint,
    String key) {

  private static final Duration USUAL = Duration.ofMinutes(1);

  /** Whether an entry has stood longer without a checkpoint than the sequencer ever needs. */
  public boolean isStuck() {
    return behindSince != null && behindSince.isBefore(Instant.now().minus(USUAL));
  }

  /**
   * A checkpoint.
   *
   * @param size how many entries it covers
   * @param root over them, in hex
   * @param note as signed
   * @param at when
   */
  public record SignedCheckpoint(long size, String root, String note, Instant at) {}
}
