package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A question a prosecutor must answer before a provision applies.
 *
 * @param about what it turns on
 * @param ask the question
 */
public record Inquiry(
    @JsonProperty(required = true) About about, @JsonProperty(required = true) String ask) {

  /** What a question turns on. */
  public enum About {
    /** The apparent age. */
    @JsonProperty("age")
    AGE,
    /** How real the material looks. */
    @JsonProperty("realism")
    REALISM,
    /** What the person meant and knew. */
    @JsonProperty("intent")
    INTENT,
    /** Whether the provision had begun, and when the conduct was. */
    @JsonProperty("dates")
    DATES,
    /** Which text covers which conduct. */
    @JsonProperty("scope")
    SCOPE
  }

  /** Refuses an empty question. */
  public Inquiry {
    if (ask.isBlank()) {
      throw new IllegalArgumentException("a question is empty");
    }
  }

  /** The question that is always open where nobody has read the law. */
  static Inquiry isItAnOffence(@Nullable String name) {
    return new Inquiry(
        About.SCOPE,
        "Is this conduct an offence in "
            + (name == null ? "this jurisdiction" : name)
            + ", and since when?");
  }
}
