package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a wording has come on its way to being law, as of the day its file speaks of. */
public enum Status {
  /** It has begun, on its day. */
  @JsonProperty("in_force")
  IN_FORCE("in force"),
  /** Adopted; that it has begun is not confirmed. */
  @JsonProperty("passed")
  PASSED("passed, commencement not confirmed"),
  /** Before a parliament. */
  @JsonProperty("bill")
  BILL("bill"),
  /** Announced by a government. */
  @JsonProperty("announced")
  ANNOUNCED("announced");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  /** As pages write it. */
  public String words() {
    return words;
  }
}
