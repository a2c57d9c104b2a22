package dev.cordon.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an officer reports. */
public enum MeasureKind {
  /** A search of premises. */
  @JsonProperty("search")
  SEARCH,
  /** An arrest. */
  @JsonProperty("arrest")
  ARREST,
  /** An interview. */
  @JsonProperty("interview")
  INTERVIEW,
  /** Things seized apart from a search. */
  @JsonProperty("seizure")
  SEIZURE,
  /** Nothing was done: nobody met, or no ground to act. Not a measure. */
  @JsonProperty("no_action")
  NO_ACTION;

  /** As the database and reports write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static MeasureKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
