package dev.cordon.action.day;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What may be ordered on the day. */
public enum OrderKind {
  /** Start as planned; takes a hold of the same reach back. */
  @JsonProperty("go")
  GO("go"),
  /** Do not start until a go of the same reach. */
  @JsonProperty("hold")
  HOLD("hold"),
  /** Do not start at all; for good. */
  @JsonProperty("abort")
  ABORT("call off"),
  /** Start earlier than planned. */
  @JsonProperty("pull_forward")
  PULL_FORWARD("pull forward");

  private final String words;

  OrderKind(String words) {
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
  public static OrderKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether it lets teams do more: then it needs the newest view of what was ordered. */
  boolean opens() {
    return this == GO || this == PULL_FORWARD;
  }
}
