package dev.cordon.intake;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who handed a source over, when, where and by what means, as far as it is known.
 *
 * @param by the person or body who handed it over
 * @param at when
 * @param place where
 * @param means by what means: a disk, a data link
 * @param description what it is, in the words of who took it
 */
public record HandedOver(
    @Nullable String by,
    @Nullable Instant at,
    @Nullable String place,
    @Nullable String means,
    @Nullable String description) {

  /** Nothing is known. */
  public static final HandedOver UNKNOWN = new HandedOver(null, null, null, null, null);

  private static final int LONGEST = 300;
  private static final int LONGEST_DESCRIPTION = 2000;

  /** Blank is unknown; refuses what is too long. */
  public HandedOver {
    by = bounded("who handed it over", by, LONGEST);
    place = bounded("the place", place, LONGEST);
    means = bounded("the means", means, LONGEST);
    description = bounded("the description", description, LONGEST_DESCRIPTION);
  }

  /** Whether nothing at all is known. */
  public boolean isUnknown() {
    return Stream.of(by, place, means, description).allMatch(java.util.Objects::isNull)
        && at == null;
  }

  private static @Nullable String bounded(String what, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String stripped = text.strip();
    if (stripped.length() > longest) {
      throw new IntakeException(
          what + " has " + stripped.length() + " characters; at most " + longest + " are kept");
    }
    return stripped;
  }
}
