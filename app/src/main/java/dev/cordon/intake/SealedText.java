package dev.cordon.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text of a source: a message, a file name, a prompt, a note. Written encrypted, never shown by
 * {@link #toString}.
 *
 * @param kind what it is, in lower case
 * @param account who wrote it, as the system calls the writer
 * @param thread the thread it stands in; empty where it stands in none
 * @param key its own key on the system
 */
public record SealedText(
    Origin origin,
    String kind,
    @Nullable String account,
    String thread,
    String key,
    @Nullable Instant at,
    String text) {

  @Override
  public String toString() {
    return "SealedText[" + origin + "]";
  }
}
