package dev.cordon.approval;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which approval. */
public record ApprovalId(@JsonValue UUID value) {

  /** A new one. */
  public static ApprovalId random() {
    return new ApprovalId(UUID.randomUUID());
  }

  /** Read from text. */
  public static ApprovalId of(String text) {
    return new ApprovalId(UUID.fromString(text));
  }

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
