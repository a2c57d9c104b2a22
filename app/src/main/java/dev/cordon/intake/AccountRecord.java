package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account on a system. Kinds: member, staff, bot, system, guest. */
public record AccountRecord(
    Origin origin,
    String system,
    String account,
    String accountKind,
    @Nullable String handle,
    @Nullable Instant registeredAt)
    implements NormalisedRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.ACCOUNTS;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {system, account, accountKind, handle, registeredAt};
  }
}
