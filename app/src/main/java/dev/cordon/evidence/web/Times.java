package dev.cordon.evidence.web;

import dev.cordon.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Times as forms give them. */
final class Times {

  private Times() {}

  /** A form's date and time, which is UTC. */
  static Instant utc(String text) {
    return local(text).toInstant(ZoneOffset.UTC);
  }

  /** A form's date and time at a place. */
  static Instant at(String text, ZoneId zone) {
    LocalDateTime local = local(text);
    if (zone.getRules().getValidOffsets(local).size() != 1) {
      throw new RefusedException(
          local + " is not one moment in " + zone + ", because the clocks change; say it in UTC.");
    }
    return local.atZone(zone).toInstant();
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException unknown) {
      throw new RefusedException(
          "'" + text + "' is no time zone; write one such as Europe/Copenhagen, or UTC.");
    }
  }

  private static LocalDateTime local(String text) {
    try {
      return LocalDateTime.parse(text.strip());
    } catch (DateTimeException malformed) {
      throw new RefusedException("'" + text + "' is no date and time.");
    }
  }
}
