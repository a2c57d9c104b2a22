package dev.cordon.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which operation. */
public record OperationId(@JsonValue UUID value) {

  /** A new one. */
  public static OperationId random() {
    return new OperationId(UUID.randomUUID());
  }

  /** Read from text. */
  public static OperationId of(String text) {
    return new OperationId(UUID.fromString(text));
  }

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
