package dev.cordon.action;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A day, or a span of days, on which agencies act together.
 *
 * @param sites how many sites the reader may see in it
 */
public record ActionDay(UUID id, String name, LocalDate startsOn, LocalDate endsOn, long sites) {}
