package dev.cordon.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure in one country, of one agency, on one day.
 *
 * @param name of the figure
 * @param country null for records of none
 * @param holder the agency that holds the records; null where none does
 * @param day the day the figure dates them by; null where it is not known
 */
public record FigureCell(
    String name,
    @Nullable String country,
    @Nullable UUID holder,
    @Nullable LocalDate day,
    Sum sum) {}
