package dev.cordon.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which agency. */
public record AgencyId(@JsonValue UUID value) {

  /** A new one. */
  public static AgencyId random() {
    return new AgencyId(UUID.randomUUID());
  }

  /** Read from text. */
  public static AgencyId of(String text) {
    return new AgencyId(UUID.fromString(text));
  }

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
