package dev.cordon.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The ledger, as anyone may see it.
 *
 * @param waiting entries that stand and have no place yet
 * @param checkpoint the last one, if there is one
 * @param key what checkpoints are verified with, to hand to others
 */
public record LedgerState(long waiting, Optional<SignedCheckpoint> checkpoint, String key) {

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
