package dev.cordon.tasks;

/**
 * Which tasks a list shows.
 *
 * @param mine those of the reader alone
 * @param ended also those that ended
 * @param path those about this record alone; empty: about all
 */
public record TaskFilter(boolean mine, boolean ended, String path) {}
