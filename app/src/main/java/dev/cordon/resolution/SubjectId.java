package dev.cordon.resolution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which subject. */
public record SubjectId(@JsonValue UUID value) {

  /** A new one. */
  public static SubjectId random() {
    return new SubjectId(UUID.randomUUID());
  }

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
