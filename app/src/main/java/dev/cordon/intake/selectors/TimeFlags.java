package dev.cordon.intake.selectors;

/** The words of a recorded time's flag. */
public final class TimeFlags {

  /** Blank of meaning: {@code 0000-00-00}, {@code 0}, year 0 or 1. No point in time. */
  public static final String ZERO = "zero";

  /** No time is written so, or no calendar has the day. No point in time. */
  public static final String INVALID = "invalid";

  /** Before 1990 or after 2099. No point in time. */
  public static final String OUT_OF_RANGE = "out-of-range";

  /** The largest 32-bit number of seconds, or one that ran over it. No point in time. */
  public static final String YEAR_2038 = "year-2038";

  /** A local time, and nobody said of which zone. No point in time. */
  public static final String UNKNOWN_ZONE = "unknown-zone";

  /** A zone's short name that several zones use. No point in time. */
  public static final String AMBIGUOUS_ZONE = "ambiguous-zone";

  /** A local time the clocks skipped. No point in time. */
  public static final String GAP = "gap";

  /** Day before month, or month before day: nothing says which. No point in time. */
  public static final String DAY_MONTH = "day-month";

  /** A local time that came twice: the earlier is taken, the later kept beside. */
  public static final String AMBIGUOUS = "ambiguous";

  /** Seconds stand where another unit is declared. */
  public static final String SECONDS = "seconds";

  /** Milliseconds stand where another unit is declared. */
  public static final String MILLISECONDS = "milliseconds";

  /** Microseconds stand where another unit is declared. */
  public static final String MICROSECONDS = "microseconds";

  /** Nanoseconds stand where another unit is declared. */
  public static final String NANOSECONDS = "nanoseconds";

  /** A year of two digits, read as 1969 to 2068. */
  public static final String TWO_DIGIT_YEAR = "two-digit-year";

  /** A second numbered 60, read as the first of the next minute. */
  public static final String LEAP_SECOND = "leap-second";

  /** 24:00, read as the beginning of the next day. */
  public static final String HOUR_24 = "hour-24";

  /** A day without a time of day, read as its beginning. */
  public static final String DATE_ONLY = "date-only";

  /** Before the platform is said to have begun. */
  public static final String BEFORE_PLATFORM = "before-platform";

  /** After the platform is said to have been seized. */
  public static final String AFTER_SEIZURE = "after-seizure";

  private TimeFlags() {}
}
