package dev.cordon.exchange;

import dev.cordon.kernel.merkle.NoteKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key whose fingerprint somebody has checked, and when it counts.
 *
 * @param key checks signed notes
 * @param agency id of the agency whose key it is; null where only the key is known
 * @param from the first instant it signed; null: always
 * @param until when it was replaced; null: in use
 * @param revoked when it was revoked; what it signed before still counts, and the check says so
 */
public record KnownKey(
    NoteKey key,
    @Nullable String agency,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Instant revoked) {

  /** A key that always counts. */
  public static KnownKey of(NoteKey key) {
    return new KnownKey(key, null, null, null, null);
  }

  /** Why it does not count for what says it was signed then; null where it does. */
  @Nullable String objection(Instant at) {
    if (revoked != null && !at.isBefore(revoked)) {
      return "the key was revoked on " + revoked + ", the package is of " + at;
    }
    if (from != null && at.isBefore(from)) {
      return "the key is in use since " + from + ", the package is of " + at;
    }
    if (until != null && at.isAfter(until)) {
      return "the key was replaced on " + until + ", the package is of " + at;
    }
    return null;
  }

  String described() {
    return key.name()
        + (revoked == null
            ? ""
            : ", revoked on " + revoked + "; the package says it was released before");
  }
}
