package dev.cordon.law;

import java.time.LocalDate;
import java.util.List;

/**
 * The answer to one question: is this conduct with fully synthetic material covered in this country
 * on this day. A pointer to provisions, never a verdict.
 *
 * @param country two letters, ISO 3166-1
 * @param conduct what was done
 * @param on the day of the conduct
 * @param answer covered, not covered or unknown
 * @param reason one sentence saying why
 * @param provisions every provision that speaks of the conduct, with its force on that day
 * @param questions what a lawyer of that country must still ask
 */
public record Coverage(
    String country,
    Conduct conduct,
    LocalDate on,
    Answer answer,
    String reason,
    List<Considered> provisions,
    List<String> questions) {

  /** The three answers. */
  public enum Answer {
    /** A provision in force covers it. */
    COVERED,
    /** What the catalogue knows does not reach it on that day. */
    NOT_COVERED,
    /** The catalogue cannot say. */
    UNKNOWN
  }

  /**
   * A provision and what it means for the question.
   *
   * @param provision the provision
   * @param scope what it says of the conduct
   * @param force whether it is in force on the day
   */
  public record Considered(Provision provision, Scope scope, Provision.Force force) {}

  /** Copies the lists. */
  public Coverage {
    provisions = List.copyOf(provisions);
    questions = List.copyOf(questions);
  }
}
