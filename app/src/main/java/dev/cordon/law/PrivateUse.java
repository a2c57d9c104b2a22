package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether material made and kept by its maker alone is excepted. */
public enum PrivateUse {
  /** There is no such exception. */
  @JsonProperty("no_exception")
  NO_EXCEPTION,
  /** There is one; the provision's note says how far it goes. */
  @JsonProperty("exception")
  EXCEPTION,
  /** The question does not arise, as with tools. */
  @JsonProperty("not_applicable")
  NOT_APPLICABLE,
  /** The sources do not say. */
  @JsonProperty("unknown")
  UNKNOWN
}
