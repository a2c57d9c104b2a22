package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the conduct was done with. */
public enum Material {
  /** A recording of a real child. */
  @JsonProperty("real")
  REAL("real"),
  /** A recording of a real person, changed by a machine. */
  @JsonProperty("altered_real")
  ALTERED_REAL("altered real"),
  /** Wholly made by a machine and looking like a photograph. */
  @JsonProperty("synthetic_photorealistic")
  SYNTHETIC_PHOTOREALISTIC("fully synthetic, photorealistic"),
  /** Wholly made by a machine and not looking like a photograph. */
  @JsonProperty("synthetic_not_realistic")
  SYNTHETIC_NOT_REALISTIC("fully synthetic, not realistic"),
  /** A text. */
  @JsonProperty("text")
  TEXT("text");

  private final String words;

  Material(String words) {
    this.words = words;
  }

  /** As pages write it. */
  public String words() {
    return words;
  }
}
