package dev.cordon.erasure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which order. */
public record OrderId(@JsonValue UUID value) {

  /** A new one. */
  public static OrderId random() {
    return new OrderId(UUID.randomUUID());
  }

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
