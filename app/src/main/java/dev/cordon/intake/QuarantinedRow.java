package dev.cordon.intake;

/**
 * A row of a source that could not be read.
 *
 * @param table the table of the source
 * @param row its place in the table, from 1
 * @param line its line in the file, as far as the form has lines
 * @param reason why
 */
public record QuarantinedRow(String table, long row, long line, String reason) {}
