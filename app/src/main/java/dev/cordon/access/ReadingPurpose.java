package dev.cordon.access;

import java.util.Locale;
import java.util.Optional;

/** What a person's file may be opened for; the list is closed, the words beside it are free. */
public enum ReadingPurpose {
  IDENTIFY("To find out who a person is"),
  PREPARE_PACKAGE("To prepare or check a package"),
  PLAN_ACTION("To plan an action"),
  EXECUTE_MEASURE("To carry out or report a measure"),
  EXAMINE("To examine an exhibit"),
  PROTECT_VICTIM("To protect a victim"),
  PROCEEDINGS("For criminal proceedings"),
  QUALITY("To check the quality of records"),
  REQUEST("To answer a request under the law");

  private final String title;

  ReadingPurpose(String title) {
    this.title = title;
  }

  /** In words. */
  public String title() {
    return title;
  }

  /** As the database and the API write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database and the API write. */
  public static Optional<ReadingPurpose> of(String text) {
    for (ReadingPurpose purpose : values()) {
      if (purpose.text().equals(text)) {
        return Optional.of(purpose);
      }
    }
    return Optional.empty();
  }
}
