package dev.cordon.intake;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a source is read again, as the queue keeps it.
 *
 * @param reason why, in the member's words
 * @param found what the judge found that keeps the bytes from being in the vault; null for nothing
 */
public record Rereading(UUID source, Kind kind, String reason, @Nullable String found) {

  /** How it is read again. */
  public enum Kind {
    /** From its original, by the rules of today. */
    READ,
    /** From its records: normal forms by the newest rules, the old ones are kept beside. */
    NORMALISE,
    /** From its original, and the vault's copy, which holds media, is destroyed. */
    SEAL;

    /** The word the database keeps. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word. */
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
