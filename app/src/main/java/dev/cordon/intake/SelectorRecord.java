package dev.cordon.intake;

import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A selector as written and in its normal form. Kinds: EMAIL, RECOVERY_EMAIL, PHONE, IP, HANDLE,
 * WALLET, CARD, DEVICE, PROCESSOR_CUSTOMER and others a profile names.
 *
 * @param normal the normal form and what is to be said about it
 * @param rules the version of the rules that made it
 * @param country the country hint the normal form was made with
 */
public record SelectorRecord(
    Origin origin,
    Holder holder,
    String selectorKind,
    String raw,
    NormalValue normal,
    long rules,
    @Nullable String country,
    RecordedTime time,
    String context)
    implements NormalisedRecord {

  /** With a normal form of the newest rules and nothing to say about it. */
  public SelectorRecord(
      Origin origin,
      Holder holder,
      String selectorKind,
      String raw,
      @Nullable String value,
      @Nullable Instant at,
      String context) {
    this(
        origin,
        holder,
        selectorKind,
        raw,
        new NormalValue(value, null),
        Normaliser.VERSION,
        null,
        RecordedTime.of(at),
        context);
  }

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
      normal.value(),
      time.at(),
      context,
      normal.verdict(),
      rules,
      country,
      time.raw(),
      time.flag(),
      time.other()
    };
  }
}
