package dev.cordon.protection;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a person beyond the records.
 *
 * @param nature whether it is a fact or what somebody makes of facts
 * @param conditions those behind a handling of C; null otherwise
 * @param withdrawnAt null while it stands
 */
public record Statement(
    UUID id,
    Nature nature,
    String words,
    Grade grade,
    @Nullable String conditions,
    String madeBy,
    Instant madeAt,
    @Nullable String withdrawnBy,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnReason) {

  /** Facts are kept apart from assessments (Art. 7(1)). */
  public enum Nature {
    /** Something observed or recorded. */
    FACT,
    /** Somebody's opinion of it. */
    ASSESSMENT;

    /** As the database writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether nobody has taken it back. */
  public boolean stands() {
    return withdrawnAt == null;
  }
}
