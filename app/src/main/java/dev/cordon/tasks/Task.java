package dev.cordon.tasks;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do.
 *
 * @param template what kind of work it is
 * @param path of the record it is about, below the operation; empty for none
 * @param mine whether it is the reader's
 * @param dueOn a day in UTC
 * @param end how it ended; null while it is open
 */
public record Task(
    UUID id,
    String title,
    String template,
    String path,
    String assignee,
    LocalDate dueOn,
    boolean mine,
    @Nullable End end) {

  /** How a task ended, in the words of who ended it. */
  public record End(String outcome, String note, String by) {}

  /** Whether it should be done by now. */
  public boolean isLate(LocalDate today) {
    return end == null && dueOn.isBefore(today);
  }
}
