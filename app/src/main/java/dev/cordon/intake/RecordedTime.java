package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time as written, as UTC where that can be known, and what is wrong with it. Flags: ambiguous,
 * gap, zero, unknown-zone, invalid, out-of-range, milliseconds.
 */
public record RecordedTime(@Nullable Instant at, @Nullable String raw, @Nullable String flag) {

  /** No time at all. */
  public static final RecordedTime NONE = new RecordedTime(null, null, null);
}
