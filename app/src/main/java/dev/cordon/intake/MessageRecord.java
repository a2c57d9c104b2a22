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
    RecordedTime time,
    long length)
    implements NormalisedRecord {

  /** With a time known without a written form. */
  public MessageRecord(
      Origin origin,
      String system,
      @Nullable String account,
      @Nullable String thread,
      String messageKey,
      @Nullable Instant at,
      long length) {
    this(origin, system, account, thread, messageKey, RecordedTime.of(at), length);
  }

  @Override
  public RecordKind kind() {
    return RecordKind.MESSAGES;
  }

  @Override
  public @Nullable Object[] values() {
    return new @Nullable Object[] {
      system, account, thread, messageKey, time.at(), length, time.raw(), time.flag(), time.other()
    };
  }
}
