package dev.cordon.law;

import java.time.LocalDate;
import java.util.List;

/**
 * What differs for one conduct between two days.
 *
 * @param jurisdiction the code
 * @param conduct the conduct
 * @param before the answer on the earlier day
 * @param after the answer on the later day
 * @param began citations of wordings in force on the later day only
 * @param ended citations of wordings in force on the earlier day only
 */
public record LawChange(
    String jurisdiction,
    Conduct conduct,
    Coverage before,
    Coverage after,
    List<String> began,
    List<String> ended) {

  /** Copies the lists. */
  public LawChange {
    began = List.copyOf(began);
    ended = List.copyOf(ended);
  }

  /** The earlier day. */
  public LocalDate from() {
    return before.question().on();
  }

  /** The later day. */
  public LocalDate to() {
    return after.question().on();
  }

  /** Whether the answer itself is another one. */
  public boolean turnsTheAnswer() {
    return before.answer() != after.answer();
  }
}
