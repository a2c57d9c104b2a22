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
  UNKNOWN;

  /** Whether a provision that speaks of this band reaches the asked one; false when unknown. */
  boolean reaches(AgeBand asked) {
    return this == asked || this == UNDER_18 || this == NOT_APPLICABLE;
  }

  /** As pages write it. */
  public String words() {
    return switch (this) {
      case UNDER_14 -> "under 14";
      case FROM_14_TO_17 -> "14 to 17";
      case UNDER_18 -> "under 18";
      case NOT_APPLICABLE -> "not applicable";
      case UNKNOWN -> "unknown";
    };
  }
}
