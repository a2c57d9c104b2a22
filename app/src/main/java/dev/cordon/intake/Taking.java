package dev.cordon.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file of the import folder on its way in, as the queue keeps it.
 *
 * @param name its path below the import folder
 * @param zone what was stated of its times: a zone, {@code unknown}, or null for nothing
 * @param runs how often it was begun; more than once when the server stopped in the middle
 * @param stopAskedAt when a member asked to stop it
 * @param reason why it was refused or stopped
 * @param source what it became
 * @param again the source it is, where a source is read again; null for a file taken in
 */
public record Taking(
    UUID id,
    String name,
    long sizeBytes,
    @Nullable String zone,
    String askedBy,
    Instant askedAt,
    State state,
    int runs,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant stopAskedAt,
    @Nullable String reason,
    @Nullable UUID source,
    @Nullable Rereading again) {

  /** How far it is. */
  public enum State {
    /** Its turn has not come. */
    WAITING,
    /** It is judged, sealed, read or entered. */
    RUNNING,
    /** It is a source. */
    DONE,
    /** Its bytes were a source before; nothing was changed. */
    SAME_BYTES,
    /** It could not be taken in; the reason says why. */
    REFUSED,
    /** A member stopped it; nothing of it was taken in. */
    STOPPED;

    /** The word the database keeps. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether it was begun again after the server stopped in the middle. */
  public boolean isRedone() {
    return runs > 1;
  }

  /** Whether it still waits or runs. */
  public boolean isOpen() {
    return state == State.WAITING || state == State.RUNNING;
  }
}
