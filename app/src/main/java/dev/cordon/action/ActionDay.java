package dev.cordon.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a span of days, on which agencies act together.
 *
 * @param limits from when on a site is overdue and a team silent
 * @param sites how many sites the reader may see in it
 * @param abortedAt when it was called off; no site starts from then on
 */
public record ActionDay(
    UUID id,
    String name,
    LocalDate startsOn,
    LocalDate endsOn,
    DayLimits limits,
    long sites,
    @Nullable Instant abortedAt) {}
