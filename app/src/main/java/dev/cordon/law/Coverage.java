package dev.cordon.law;

import java.util.List;

/**
 * The answer to one question: is this conduct covered in this jurisdiction on this day. A pointer
 * to provisions, never a verdict.
 *
 * @param question what was asked
 * @param answer what the catalogue says
 * @param reason why, in sentences
 * @param provisions every provision that speaks of the conduct, with its force on that day
 * @param questions what a prosecutor there must still answer
 * @param version which catalogue answered
 */
public record Coverage(
    LawQuestion question,
    Answer answer,
    String reason,
    List<Considered> provisions,
    List<Inquiry> questions,
    String version) {

  /** The answers. */
  public enum Answer {
    /** A provision in force covers it. */
    COVERED("covered"),
    /** Covered in some parts of the country, not known or not covered in others. */
    COVERED_IN_PART("covered in part"),
    /** What the catalogue knows does not reach it on that day. */
    NOT_COVERED("not covered"),
    /** Only a text on its way would reach it: announced, a bill, or passed and not begun. */
    BILL_ONLY("bill only"),
    /** The catalogue can not say. */
    UNKNOWN("unknown");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    /** As pages write it. */
    public String words() {
      return words;
    }

    /** Whether sending there needs a named person's reason: nothing less than covered is enough. */
    public boolean needsReason() {
      return this != COVERED;
    }
  }

  /**
   * A provision and what it means for the question.
   *
   * @param provision the provision
   * @param rule its rule for the conduct
   * @param scope what it says of the conduct with the material
   * @param force whether it is in force on the day
   */
  public record Considered(Provision provision, Rule rule, Scope scope, Provision.Force force) {}

  /** Copies the lists. */
  public Coverage {
    provisions = List.copyOf(provisions);
    questions = List.copyOf(questions);
  }

  /** The questions as sentences. */
  public List<String> asked() {
    return questions.stream().map(Inquiry::ask).distinct().toList();
  }
}
