package dev.cordon.formats.lists;

/**
 * What a file says of itself.
 *
 * @param form how it was read
 * @param profile the national profile its categories belong to; empty where it names none
 * @param model the version of its data model, as {@code 2.0}; empty where it names none
 * @param end why it could not be read to its end; empty where it was
 */
public record ListOutcome(ListForm form, String profile, String model, String end) {}
