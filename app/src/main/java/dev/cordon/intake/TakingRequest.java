package dev.cordon.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a member states of files when asking for them.
 *
 * @param zone the zone of times without an offset, {@code unknown}, or null where the operation's
 *     facts say it or nothing is stated
 * @param system the system whose accounts the files hold; null where the file's name says it
 * @param handedOver who handed them over
 */
public record TakingRequest(@Nullable String zone, @Nullable String system, HandedOver handedOver) {

  /** What is said of a zone nobody knows yet. */
  public static final String UNKNOWN_ZONE = "unknown";

  private static final int LONGEST_SYSTEM = 200;

  /** Blank is not stated; refuses what is no zone. */
  public TakingRequest {
    zone = checkedZone(zone);
    system = system == null || system.isBlank() ? null : system.strip();
    if (system != null && system.length() > LONGEST_SYSTEM) {
      throw new IntakeException(
          "the system's name has "
              + system.length()
              + " characters; at most "
              + LONGEST_SYSTEM
              + " are kept");
    }
  }

  /** The zone as stated; null when blank. */
  static @Nullable String checkedZone(@Nullable String zone) {
    if (zone == null || zone.isBlank()) {
      return null;
    }
    String stated = zone.strip();
    if (stated.equals(UNKNOWN_ZONE)) {
      return stated;
    }
    try {
      return ZoneId.of(stated).getId();
    } catch (DateTimeException none) {
      throw new IntakeException(
          "'"
              + stated
              + "' is no time zone: write one as Europe/Copenhagen, UTC or +02:00, or unknown",
          none);
    }
  }
}
