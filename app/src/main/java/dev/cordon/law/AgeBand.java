package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The apparent age a provision speaks of. */
public enum AgeBand {
  /** Under 14. */
  @JsonProperty("under_14")
  UNDER_14,
  /** 14 to 17. */
  @JsonProperty("from_14_to_17")
  FROM_14_TO_17,
  /** Under 18. */
  @JsonProperty("under_18")
  UNDER_18,
  /** The question does not arise, as with tools. */
  @JsonProperty("not_applicable")
  NOT_APPLICABLE,
  /** The sources do not say. */
  @JsonProperty("unknown")
  UNKNOWN
}
