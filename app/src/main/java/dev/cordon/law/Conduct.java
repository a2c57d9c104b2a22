package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a person did, as the catalogue distinguishes it. */
public enum Conduct {
  /** Making the material. */
  @JsonProperty("make")
  MAKE,
  /** Changing a picture of a real person into it. */
  @JsonProperty("alter")
  ALTER,
  /** Having it. */
  @JsonProperty("possess")
  POSSESS,
  /** Getting at it, knowingly, without having it. */
  @JsonProperty("access")
  ACCESS,
  /** Passing it on: giving, selling, publishing. */
  @JsonProperty("distribute")
  DISTRIBUTE,
  /** Offering or announcing it. */
  @JsonProperty("advertise")
  ADVERTISE,
  /** Paying to get at it. */
  @JsonProperty("pay_for_access")
  PAY_FOR_ACCESS,
  /** Running a service through which it is had. */
  @JsonProperty("operate_service")
  OPERATE_SERVICE,
  /** Making or adapting a tool that makes it. */
  @JsonProperty("make_tool")
  MAKE_TOOL,
  /** Having such a tool. */
  @JsonProperty("possess_tool")
  POSSESS_TOOL,
  /** Supplying or offering such a tool. */
  @JsonProperty("supply_tool")
  SUPPLY_TOOL,
  /** Having a manual for making it. */
  @JsonProperty("possess_manual")
  POSSESS_MANUAL,
  /** Passing on such a manual. */
  @JsonProperty("supply_manual")
  SUPPLY_MANUAL;

  /** Whether it is done with the material itself, so that the kind of material matters. */
  public boolean ofMaterial() {
    return compareTo(MAKE_TOOL) < 0;
  }

  /** As pages and catalogue files write it, the latter with underscores. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
