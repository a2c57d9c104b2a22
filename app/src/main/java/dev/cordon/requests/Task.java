package dev.cordon.requests;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to do.
 *
 * @param template what kind of work it is
 * @param path of the record it is about, below the operation; empty for none
 * @param mine whether it is the reader's
 */
public record Task(
    UUID id,
    String title,
    String template,
    String path,
    String assignee,
    LocalDate dueOn,
    boolean mine) {

  /** Whether it should be done by now. */
  public boolean isLate(LocalDate today) {
    return dueOn.isBefore(today);
  }
}
