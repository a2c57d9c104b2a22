package dev.cordon.sealedtext;

import java.util.Locale;

/** What a message is marked as. */
public enum MarkKind {
  /** Speaks of abuse by contact, now or before. */
  CONTACT_ABUSE,
  /** Speaks for the suspect. */
  EXCULPATING,
  /** A child may be in danger. */
  CHILD_AT_RISK,
  /** May be between the writer and a lawyer, doctor or priest. */
  PRIVILEGED;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it. */
  public String words() {
    return text().replace('_', ' ');
  }

  static MarkKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
