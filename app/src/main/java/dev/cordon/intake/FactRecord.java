package dev.cordon.intake;

import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact about the person behind a holder. Kinds: PERSON_NAME, BILLING_COUNTRY, POSTCODE, CITY,
 * ADDRESS, TIME_ZONE, LANGUAGE, CARD_BIN, CARD_COUNTRY, PROFILE_LOCATION and others a profile
 * names.
 *
 * @param normal the normal form and what is to be said about it
 * @param rules the version of the rules that made it
 */
public record FactRecord(
    Origin origin,
    Holder holder,
    String factKind,
    String raw,
    NormalValue normal,
    long rules,
    RecordedTime time)
    implements NormalisedRecord {

  /** With a normal form of the newest rules and nothing to say about it. */
  public FactRecord(
      Origin origin,
      Holder holder,
      String factKind,
      String raw,
      @Nullable String value,
      @Nullable Instant at) {
    this(
        origin,
        holder,
        factKind,
        raw,
        new NormalValue(value, null),
        Normaliser.VERSION,
        RecordedTime.of(at));
  }

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
      normal.value(),
      time.at(),
      normal.verdict(),
      rules,
      time.raw(),
      time.flag(),
      time.other()
    };
  }
}
