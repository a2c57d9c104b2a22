package dev.cordon.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Which entry. */
public record EntryId(UUID value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int VERSION = 7;
  private static final int NANOSECONDS_PER_MILLISECOND = 1_000_000;

  /**
   * A new id for an entry of that moment: a UUID of version 7 (RFC 9562 section 5.7), its first 60
   * bits the time, which the entry says anyway. Ids of one time lie together in the database's
   * indexes.
   */
  static EntryId fresh(Instant at) {
    long milliseconds = at.toEpochMilli() & 0xffff_ffff_ffffL;
    long fraction =
        (long) (at.getNano() % NANOSECONDS_PER_MILLISECOND) * 4096 / NANOSECONDS_PER_MILLISECOND;
    return new EntryId(
        new UUID(
            milliseconds << 16 | VERSION << 12 | fraction, RANDOM.nextLong() >>> 2 | 1L << 63));
  }

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
