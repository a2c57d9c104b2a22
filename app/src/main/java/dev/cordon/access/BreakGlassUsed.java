package dev.cordon.access;

import java.util.List;
import java.util.UUID;

/** Something was looked at under an emergency opening. */
public record BreakGlassUsed(
    OperationId operation, UUID opening, Area area, String reason, List<String> records) {

  public BreakGlassUsed {
    records = List.copyOf(records);
  }
}
