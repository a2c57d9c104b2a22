package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How real material must look for a provision to reach it. */
public enum Realism {
  /** Like a photograph. */
  @JsonProperty("photorealistic")
  PHOTOREALISTIC,
  /** Realistic. */
  @JsonProperty("realistic")
  REALISTIC,
  /** Like a photograph, or to be equated with one. */
  @JsonProperty("equated")
  EQUATED,
  /** Only what does not look like a photograph. */
  @JsonProperty("not_photographic")
  NOT_PHOTOGRAPHIC,
  /** Only where a real person is depicted. */
  @JsonProperty("real_person")
  REAL_PERSON,
  /** Any representation. */
  @JsonProperty("any")
  ANY,
  /** The question does not arise, as with tools. */
  @JsonProperty("not_applicable")
  NOT_APPLICABLE,
  /** The sources do not say. */
  @JsonProperty("unknown")
  UNKNOWN
}
