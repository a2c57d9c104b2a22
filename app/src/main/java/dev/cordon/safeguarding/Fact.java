package dev.cordon.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that points to danger.
 *
 * @param source from where it is known
 * @param knownAt since when somebody of the operation knew
 * @param endedBecause why it no longer holds; null while it does
 * @param sent whether an urgent package of the subject was released
 */
public record Fact(
    UUID id,
    UUID subject,
    String subjectNumber,
    FactKind kind,
    String words,
    String source,
    Instant knownAt,
    String by,
    Instant recordedAt,
    @Nullable String endedBecause,
    boolean sent) {

  private static final Duration HOUR = Duration.ofHours(1);

  /** How long it has been known. */
  public String age() {
    Duration age = Duration.between(knownAt, Instant.now());
    long minutes = Math.max(0, age.toMinutes());
    if (minutes < 120) {
      return minutes + " minutes";
    }
    return minutes < 2 * 24 * 60 ? minutes / 60 + " hours" : minutes / (24 * 60) + " days";
  }

  /** Whether the hour is over in which something must have left. */
  public boolean isLate() {
    return !sent
        && endedBecause == null
        && Duration.between(knownAt, Instant.now()).compareTo(HOUR) > 0;
  }
}
