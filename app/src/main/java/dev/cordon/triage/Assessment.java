package dev.cordon.triage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a trained person found an item to be. */
public enum Assessment {
  /** A real child. */
  @JsonProperty("real")
  REAL,
  /** A real picture, altered. */
  @JsonProperty("altered")
  ALTERED,
  /** Made by a machine, as far as the person can tell. */
  @JsonProperty("synthetic")
  SYNTHETIC,
  /** Made by the child. */
  @JsonProperty("self_generated")
  SELF_GENERATED,
  /** Not relevant. */
  @JsonProperty("not_relevant")
  NOT_RELEVANT;

  /** As the database writes it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
