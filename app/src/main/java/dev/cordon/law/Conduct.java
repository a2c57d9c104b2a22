package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person did, as the catalogue distinguishes it. */
public enum Conduct {
  /** Making the material. */
  @JsonProperty("make")
  MAKE,
  /** Passing it on: giving, selling, publishing. */
  @JsonProperty("distribute")
  DISTRIBUTE,
  /** Having it. */
  @JsonProperty("possess")
  POSSESS,
  /** Getting at it, knowingly, without having it. */
  @JsonProperty("access")
  ACCESS,
  /** Making, having or offering a tool that makes it. */
  @JsonProperty("tool")
  TOOL,
  /** Having or passing on a manual for making it. */
  @JsonProperty("manual")
  MANUAL
}
