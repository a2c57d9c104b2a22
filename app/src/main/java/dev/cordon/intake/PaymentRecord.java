package dev.cordon.intake;

import org.jspecify.annotations.Nullable;

/** A payment or an attempt at one. Statuses: paid, failed, pending, cancelled, refunded. */
public record PaymentRecord(
    Origin origin,
    Holder holder,
    String status,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable String method,
    RecordedTime time)
    implements NormalisedRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.PAYMENTS;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {
      holder.system(),
      holder.orderKey(),
      holder.paymentReference(),
      holder.account(),
      status,
      amountMinor,
      currency,
      method,
      time.at(),
      time.raw(),
      time.flag(),
      time.other()
    };
  }
}
