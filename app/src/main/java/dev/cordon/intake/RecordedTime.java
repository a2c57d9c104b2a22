package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time as written, as UTC where that can be known, and what is wrong with it.
 *
 * @param at the point in time; of an ambiguous one the earlier; null where it cannot be known
 * @param other the later of the two an ambiguous local time can be
 * @param raw as written
 * @param flag words of lower-case letters, digits and hyphens, a blank between two; see {@code
 *     selectors.TimeFlags}; null for a time without doubt
 */
public record RecordedTime(
    @Nullable Instant at, @Nullable Instant other, @Nullable String raw, @Nullable String flag) {

  /** No time at all. */
  public static final RecordedTime NONE = new RecordedTime(null, null, null, null);

  /** A time that can be one point only. */
  public RecordedTime(@Nullable Instant at, @Nullable String raw, @Nullable String flag) {
    this(at, null, raw, flag);
  }

  /** A point in time known without a written form. */
  public static RecordedTime of(@Nullable Instant at) {
    return at == null ? NONE : new RecordedTime(at, null, null, null);
  }
}
