package dev.cordon.exercise.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The span of the exercise and the ways its files write a time. Seconds count from the start of the
 * platform.
 */
public final class Clock {
  public static final Instant START = Instant.parse("2022-09-05T00:00:00Z");
  public static final Instant SEIZED = Instant.parse("2024-11-20T04:30:00Z");
  public static final int SPAN = (int) (SEIZED.getEpochSecond() - START.getEpochSecond());

  /** What the clocks of the shop and the forum show. */
  public static final ZoneId SERVER = ZoneId.of("Europe/Bucharest");

  /** What the clock of the payment server shows. */
  public static final ZoneId INVOICES = ZoneId.of("America/Toronto");

  private static final DateTimeFormatter SQL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);

  private Clock() {}

  public static Instant instant(long seconds) {
    return START.plusSeconds(seconds);
  }

  public static long unix(long seconds) {
    return START.getEpochSecond() + seconds;
  }

  /** A datetime of a database column, in UTC. */
  public static String utc(long seconds) {
    return SQL.format(instant(seconds).atOffset(ZoneOffset.UTC));
  }

  /** A datetime of a database column, on the server's clock. */
  public static String local(long seconds) {
    return SQL.format(instant(seconds).atZone(SERVER));
  }

  /** A time on the payment server's clock, without offset. */
  public static String invoice(long seconds) {
    return SQL.format(instant(seconds).atZone(INVOICES));
  }

  /** A time with offset, as nginx writes it. */
  public static String log(long seconds) {
    return LOG.format(instant(seconds).atZone(SERVER));
  }

  /** A time in ISO 8601, UTC. */
  public static String iso(long seconds) {
    return DateTimeFormatter.ISO_INSTANT.format(instant(seconds));
  }
}
