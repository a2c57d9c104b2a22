package dev.cordon.triage;

/** What the holder of a file says to an agency that asked about it. */
public enum HashAnswer {
  /** Turn to the contact named here. */
  CONTACT("contact", "turn to this contact"),
  /** Only on a formal request through the operation's lead. */
  FORMAL("formal", "ask formally, through the contact of the inquiry"),
  /** The holder can say nothing more. */
  NOTHING_MORE("nothing_more", "nothing more can be said");

  private final String text;
  private final String words;

  HashAnswer(String text, String words) {
    this.text = text;
    this.words = words;
  }

  /** As the database has it. */
  public String text() {
    return text;
  }

  /** For people. */
  public String words() {
    return words;
  }

  static HashAnswer of(String text) {
    for (HashAnswer answer : values()) {
      if (answer.text.equals(text)) {
        return answer;
      }
    }
    throw new IllegalArgumentException("no answer to an inquiry: " + text);
  }
}
