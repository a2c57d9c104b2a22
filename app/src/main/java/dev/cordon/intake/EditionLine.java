package dev.cordon.intake;

import java.time.Instant;

/**
 * An edition in a list.
 *
 * @param normaliser the version of the rules of selectors; 0 where it was not noted
 * @param hasReport whether the whole report is kept; not for sources of before editions
 */
public record EditionLine(
    int number,
    Instant madeAt,
    Instant enteredAt,
    String enteredBy,
    String reason,
    String form,
    boolean hasReport,
    int normaliser,
    long rowsIn,
    long stored,
    long quarantined,
    long duplicates) {}
