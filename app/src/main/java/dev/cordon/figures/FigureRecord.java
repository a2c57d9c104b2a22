package dev.cordon.figures;

import org.jspecify.annotations.Nullable;

/**
 * One thing a figure counts.
 *
 * @param kind account, subject, package, measure, exhibit…
 * @param id its id
 * @param label what people call it
 * @param country the country it belongs to, where it belongs to one
 * @param amount how much it adds to the figure
 * @param page where it is shown, after the operation's address; null when it has no page
 * @param sourceName the sealed source it came from; null for what came into being here
 * @param sourceTable the table in it
 * @param sourceRow the row in that table
 */
public record FigureRecord(
    String kind,
    String id,
    String label,
    @Nullable String country,
    long amount,
    @Nullable String page,
    @Nullable String sourceName,
    @Nullable String sourceTable,
    @Nullable Long sourceRow) {}
