package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a thread a run of texts holds, without a word of it.
 *
 * @param firstAt when the first of them was written, where known
 * @param lastAt when the last of them was written, where known
 */
public record TextSummary(
    TextThread thread, long messages, @Nullable Instant firstAt, @Nullable Instant lastAt) {

  TextSummary with(@Nullable Instant at) {
    return new TextSummary(thread, messages + 1, earlier(firstAt, at), later(lastAt, at));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
