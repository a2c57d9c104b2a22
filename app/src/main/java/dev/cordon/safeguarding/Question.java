package dev.cordon.safeguarding;

import java.util.Locale;

/** What is asked of everybody in whose case something points to danger. */
public enum Question {
  /** At home. */
  CHILDREN_AT_HOME("Do children live where the subject lives or stays?"),
  /** At work. */
  WORK_OR_OFFICE("Does work, an office or a club bring the subject near children?"),
  /** In the records. */
  CONTACT_IN_RECORDS("Do records or conversations speak of contact with a child?"),
  /** Travel. */
  TRAVEL("Is a journey planned or under way?"),
  /** Others. */
  OTHER_AGENCY_INFORMED("Does another agency already act on this person?"),
  /** Protection. */
  CHILD_PROTECTION_INFORMED("Is child protection where the child is informed?"),
  /** Prosecutor. */
  PROSECUTOR_INFORMED("Is the prosecutor informed?"),
  /** Warning. */
  WARNING_TO_SUSPECT("Could a step now warn the subject and put the child in more danger?");

  private final String words;

  Question(String words) {
    this.words = words;
  }

  /** For a reader. */
  public String words() {
    return words;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Question of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
