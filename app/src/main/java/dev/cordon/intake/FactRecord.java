package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact about the person behind a holder. Kinds: PERSON_NAME, BILLING_COUNTRY, POSTCODE, CITY,
 * ADDRESS, TIME_ZONE, LANGUAGE, CARD_BIN, CARD_COUNTRY, PROFILE_LOCATION and others a profile
 * names.
 */
public record FactRecord(
    Origin origin,
    Holder holder,
    String factKind,
    String raw,
    @Nullable String value,
    @Nullable Instant at)
    implements NormalisedRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.FACTS;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {
      holder.system(),
      holder.account(),
      holder.orderKey(),
      holder.paymentReference(),
      factKind,
      raw,
      value,
      at
    };
  }
}
