package dev.cordon.intake;

import org.jspecify.annotations.Nullable;

/** A visit, log-in or other access; the address in its normal form. */
public record AccessRecord(
    Origin origin,
    Holder holder,
    @Nullable String ip,
    RecordedTime time,
    String action,
    @Nullable String device)
    implements NormalisedRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.ACCESSES;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {
      holder.system(),
      holder.account(),
      holder.orderKey(),
      ip,
      time.at(),
      time.raw(),
      time.flag(),
      action,
      device
    };
  }
}
