package dev.cordon.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing a figure counts.
 *
 * @param kind account, subject, package, field report, exhibit…
 * @param id its id, or a digest of it
 * @param label what people call it; null where the reader may not read the record, which is counted
 *     all the same
 * @param country the country it belongs to, where it belongs to one
 * @param amount how much it adds to the figure
 * @param holder the agency that holds it, where one does
 * @param sort which sort of its figure it is
 * @param day the day its figure dates it by
 * @param page where it is shown, after the operation's address; null when it has no page
 * @param sourceName the sealed source it came from; null for what came into being here
 * @param sourceTable the table in it
 * @param sourceRow the row in that table
 */
public record FigureRecord(
    String kind,
    String id,
    @Nullable String label,
    @Nullable String country,
    long amount,
    @Nullable String holder,
    @Nullable String sort,
    @Nullable LocalDate day,
    @Nullable String page,
    @Nullable String sourceName,
    @Nullable String sourceTable,
    @Nullable Long sourceRow) {}
