package dev.cordon.ledger;

import java.util.UUID;

/** Which entry. */
public record EntryId(UUID value) {

  /** As text: the bare id. */
  @Override
  public String toString() {
    return value.toString();
  }
}
