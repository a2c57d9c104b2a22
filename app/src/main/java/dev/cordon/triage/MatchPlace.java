package dev.cordon.triage;

import dev.cordon.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of matches, as text for addresses: when it was found, which one.
 *
 * @param at to the microsecond, as the database keeps it
 */
public record MatchPlace(Instant at, UUID match) {

  private static final MatchPlace FIRST =
      new MatchPlace(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
  private static final Pattern TEXT = Pattern.compile("(\\d{1,11})\\.(\\d{1,9})\\.([0-9a-f-]{36})");

  /**
   * Reads a place; nothing for the beginning.
   *
   * @throws RefusedException when it is none
   */
  public static MatchPlace of(@Nullable String text) {
    if (text == null) {
      return FIRST;
    }
    Matcher matcher = TEXT.matcher(text);
    try {
      if (matcher.matches()) {
        Instant at =
            Instant.ofEpochSecond(
                Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        return new MatchPlace(at, UUID.fromString(matcher.group(3)));
      }
    } catch (IllegalArgumentException | DateTimeException none) {
      // Told below.
    }
    throw new RefusedException("That is no place in the list; begin with its first page.");
  }

  @Override
  public String toString() {
    return at.getEpochSecond() + "." + at.getNano() + "." + match;
  }
}
