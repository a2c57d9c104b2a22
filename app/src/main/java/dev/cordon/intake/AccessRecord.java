package dev.cordon.intake;

import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import org.jspecify.annotations.Nullable;

/**
 * A visit, log-in or other access.
 *
 * @param address the address in its normal form and what is to be said about it
 * @param addressRaw the address as written, where that is not the normal form
 * @param rules the version of the rules that made the normal form
 */
public record AccessRecord(
    Origin origin,
    Holder holder,
    NormalValue address,
    @Nullable String addressRaw,
    long rules,
    RecordedTime time,
    String action,
    @Nullable String device)
    implements NormalisedRecord {

  private static final int LONGEST_ADDRESS = 512;
  private static final NormalValue NOWHERE = new NormalValue(null, null);

  /** From an address in its normal form. */
  public AccessRecord(
      Origin origin,
      Holder holder,
      @Nullable String ip,
      RecordedTime time,
      String action,
      @Nullable String device) {
    this(
        origin,
        holder,
        ip == null ? NOWHERE : new NormalValue(ip, null),
        null,
        Normaliser.VERSION,
        time,
        action,
        device);
  }

  /** From an address as written; a text too long for one is left in the source and said to be. */
  public static AccessRecord of(
      Origin origin,
      Holder holder,
      Normaliser normaliser,
      String addressRaw,
      RecordedTime time,
      String action,
      @Nullable String device) {
    boolean isTooLong = addressRaw.length() > LONGEST_ADDRESS;
    NormalValue address =
        isTooLong ? new NormalValue(null, "too-long") : normaliser.address(addressRaw);
    boolean isNormal = addressRaw.equals(address.value());
    return new AccessRecord(
        origin,
        holder,
        address,
        isNormal || isTooLong ? null : addressRaw,
        Normaliser.VERSION,
        time,
        action,
        device);
  }

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
      address.value(),
      time.at(),
      time.raw(),
      time.flag(),
      action,
      device,
      time.other(),
      addressRaw,
      address.verdict(),
      rules
    };
  }
}
