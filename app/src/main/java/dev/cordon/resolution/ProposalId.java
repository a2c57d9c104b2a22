package dev.cordon.resolution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which proposal. */
public record ProposalId(@JsonValue UUID value) {

  /** A new one. */
  public static ProposalId random() {
    return new ProposalId(UUID.randomUUID());
  }

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
