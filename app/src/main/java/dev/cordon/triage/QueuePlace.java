package dev.cordon.triage;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.cordon.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the order of the queue, as text for addresses: the reasons as a number, when the item
 * was first seen, which item. It tells nothing that the row itself does not.
 *
 * @param since to the microsecond, as the database keeps it
 */
public record QueuePlace(int reasons, Instant since, UUID item) {

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,9})\\.(\\d{1,12})\\.(\\d{1,9})\\.([0-9a-f-]{36})");

  /**
   * Reads a place.
   *
   * @throws RefusedException when it is none
   */
  public static QueuePlace of(String text) {
    Matcher matcher = TEXT.matcher(text);
    try {
      if (matcher.matches()) {
        return new QueuePlace(
            Integer.parseInt(matcher.group(1)),
            Instant.ofEpochSecond(
                Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))),
            UUID.fromString(matcher.group(4)));
      }
    } catch (IllegalArgumentException | DateTimeException none) {
      // Told below.
    }
    throw new RefusedException("That is no place in the queue; begin with its first page.");
  }

  @JsonValue
  @Override
  public String toString() {
    return reasons + "." + since.getEpochSecond() + "." + since.getNano() + "." + item;
  }
}
