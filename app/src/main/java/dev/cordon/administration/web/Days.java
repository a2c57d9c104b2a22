package dev.cordon.administration.web;

import dev.cordon.access.Grants;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Whole days of UTC, as the forms ask for them; days have no clock that changes. */
final class Days {

  private Days() {}

  /** From the first day, or from now when it is today or not given, to the end of the last. */
  static Grants.Span span(@Nullable LocalDate from, @Nullable LocalDate until) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new Grants.Span(from == null || from.equals(today) ? null : start(from), end(until));
  }

  /** The end of a day; none for none. */
  static @Nullable OffsetDateTime end(@Nullable LocalDate day) {
    return day == null ? null : start(day.plusDays(1));
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
