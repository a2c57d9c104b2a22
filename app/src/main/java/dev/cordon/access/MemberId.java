package dev.cordon.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which member. */
public record MemberId(@JsonValue UUID value) {

  /** A new one. */
  public static MemberId random() {
    return new MemberId(UUID.randomUUID());
  }

  /** Read from text. */
  public static MemberId of(String text) {
    return new MemberId(UUID.fromString(text));
  }

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
