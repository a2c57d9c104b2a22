package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the sources say of one conduct with fully synthetic material under one provision. */
public enum Scope {
  /** The sources say it is covered. */
  @JsonProperty("covered")
  COVERED,
  /** The sources make it likely; no answer may rest on that. */
  @JsonProperty("likely")
  LIKELY,
  /** The sources say it is not covered. */
  @JsonProperty("not_covered")
  NOT_COVERED,
  /** The sources do not say. */
  @JsonProperty("unknown")
  UNKNOWN
}
