package dev.cordon.protection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one person's clock stands.
 *
 * @param dueOn the day by which somebody must ask whether the records may stay
 * @param decision keep, restrict or erase, as last decided; null when nobody has
 */
public record PersonClock(
    LocalDate dueOn,
    int months,
    String regime,
    @Nullable String decision,
    @Nullable Instant decidedAt) {}
