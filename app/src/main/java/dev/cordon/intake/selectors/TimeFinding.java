package dev.cordon.intake.selectors;

/**
 * How often times of one column were flagged so, or showed an order of day and month.
 *
 * @param flag a word of {@link TimeFlags}, {@code shows-day-first} or {@code shows-month-first}
 */
public record TimeFinding(String table, String column, String flag, long count) {}
