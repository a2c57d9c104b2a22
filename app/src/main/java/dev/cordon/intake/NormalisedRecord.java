package dev.cordon.intake;

import org.jspecify.annotations.Nullable;

/** A record as intake writes it: an origin and the values of its kind's own columns. */
public sealed interface NormalisedRecord
    permits RowRecord,
        AccountRecord,
        SelectorRecord,
        FactRecord,
        PaymentRecord,
        AccessRecord,
        MessageRecord,
        EarlierValue,
        CopiedRecord {

  /** The kind, which names the columns. */
  RecordKind kind();

  /** The row of the source this record was read from. */
  Origin origin();

  /** The values of the kind's own columns, in their order: String, Long or Instant. */
  @Nullable Object[] values();
}
