package dev.cordon.formats.sqlite;

import java.util.List;

/**
 * What a database file holds besides the rows that were told.
 *
 * @param pages how many pages the file has
 * @param pageBytes the size of a page
 * @param encoding the character set of its text
 * @param freePages pages out of use; deleted rows may still lie in them, they are not read
 * @param notes in plain words: what was not read, and what the reader should know
 */
public record SqliteReport(
    long pages, int pageBytes, String encoding, long freePages, List<String> notes) {

  /** Copies the list. */
  public SqliteReport {
    notes = List.copyOf(notes);
  }
}
