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
    RecordedTime registered)
    implements NormalisedRecord {

  /** With a time of registration known without a written form. */
  public AccountRecord(
      Origin origin,
      String system,
      String account,
      String accountKind,
      @Nullable String handle,
      @Nullable Instant registeredAt) {
    this(origin, system, account, accountKind, handle, RecordedTime.of(registeredAt));
  }

  @Override
  public RecordKind kind() {
    return RecordKind.ACCOUNTS;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {
      system,
      account,
      accountKind,
      handle,
      registered.at(),
      registered.raw(),
      registered.flag(),
      registered.other()
    };
  }
}
