package dev.cordon.action;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A measure was reported from the field. Told inside the transaction that records it.
 *
 * @param country where
 * @param measure the measure
 * @param at when
 * @param localYear the year at the place
 * @param officer who reported
 * @param place where, in one line
 * @param items what was seized
 */
public record MeasureReported(
    OperationId operation,
    AgencyId agency,
    String country,
    UUID measure,
    MeasureKind kind,
    Instant at,
    int localYear,
    String officer,
    String place,
    List<SeizedItem> items) {

  /** Copies the list. */
  public MeasureReported {
    items = List.copyOf(items);
  }
}
