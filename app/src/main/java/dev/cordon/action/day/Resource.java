package dev.cordon.action.day;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a team may ask for from a site. */
public enum Resource {
  @JsonProperty("decryption")
  DECRYPTION("decryption support"),
  @JsonProperty("interpreter")
  INTERPRETER("an interpreter"),
  @JsonProperty("medical")
  MEDICAL("medical help"),
  @JsonProperty("victim_support")
  VICTIM_SUPPORT("victim support"),
  @JsonProperty("childrens_service")
  CHILDRENS_SERVICE("the children's service"),
  @JsonProperty("officers")
  OFFICERS("more officers"),
  @JsonProperty("transport")
  TRANSPORT("transport"),
  @JsonProperty("prosecutor")
  PROSECUTOR("the prosecutor");

  private final String words;

  Resource(String words) {
    this.words = words;
  }

  /** As a reader sees it. */
  public String words() {
    return words;
  }

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static Resource of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
