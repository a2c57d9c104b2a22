package dev.cordon.law;

import java.time.LocalDate;

/**
 * The day a moment fell on in a jurisdiction. Where the jurisdiction has several time zones it can
 * be either of two days; both are kept, none is chosen.
 *
 * @param earliest the day in the westernmost zone
 * @param latest the day in the easternmost zone; the same as the earliest where there is no doubt
 */
public record LocalDays(LocalDate earliest, LocalDate latest) {

  /** Refuses days the wrong way round. */
  public LocalDays {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("latest " + latest + " lies before earliest " + earliest);
    }
  }

  /** Whether there is only one day it can be. */
  public boolean isCertain() {
    return earliest.equals(latest);
  }
}
