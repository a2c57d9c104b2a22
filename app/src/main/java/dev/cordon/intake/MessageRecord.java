package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a message was written: by whom, where, when, how long; never its text. */
public record MessageRecord(
    Origin origin,
    String system,
    @Nullable String account,
    @Nullable String thread,
    String messageKey,
    @Nullable Instant at,
    long length)
    implements NormalisedRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.MESSAGES;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {system, account, thread, messageKey, at, length};
  }
}
