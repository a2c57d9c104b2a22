package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A selector as written and in its normal form. Kinds: EMAIL, RECOVERY_EMAIL, PHONE, IP, HANDLE,
 * WALLET, CARD, DEVICE, PROCESSOR_CUSTOMER and others a profile names.
 */
public record SelectorRecord(
    Origin origin,
    Holder holder,
    String selectorKind,
    String raw,
    @Nullable String value,
    @Nullable Instant at,
    String context)
    implements NormalisedRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.SELECTORS;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {
      holder.system(),
      holder.account(),
      holder.orderKey(),
      holder.paymentReference(),
      selectorKind,
      raw,
      value,
      at,
      context
    };
  }
}
