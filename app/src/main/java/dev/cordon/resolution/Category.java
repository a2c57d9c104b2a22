package dev.cordon.resolution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Data-subject categories of Directive (EU) 2016/680, Article 6. */
public enum Category {
  /** Serious grounds for believing that the person committed an offence. */
  SUSPECT,
  /** Convicted of an offence. */
  CONVICTED,
  /** Harmed, or perhaps harmed. */
  VICTIM,
  /** Somebody else: a witness, a contact, a payer who is not the user. */
  WITNESS_OR_CONTACT,
  /** Nobody has said yet. */
  NOT_YET_ASSESSED;

  /** As the database and the API write it. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #text} writes. */
  @JsonCreator
  public static Category of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
