package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far the sources of a provision can be relied on.
 *
 * @param scope for what it covers
 * @param figures for the maximum penalties
 */
public record Confidence(Level scope, Level figures) {

  /** Steps of confidence. */
  public enum Level {
    /** The text itself, or an authority quoting it. */
    @JsonProperty("high")
    HIGH,
    /** A good secondary source, or several that agree. */
    @JsonProperty("medium")
    MEDIUM,
    /** One weak or old source. */
    @JsonProperty("low")
    LOW,
    /** Nothing to go by. */
    @JsonProperty("unknown")
    UNKNOWN
  }
}
