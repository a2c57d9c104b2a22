package dev.cordon.intake.selectors;

import org.jspecify.annotations.Nullable;

/**
 * Reads times written as a count of seconds, milliseconds, days and so on since some day, without
 * exceptions. A count that makes sense in another unit of the same epoch only is read so and
 * flagged. An object is used again and again. Not thread-safe.
 */
final class CountedTime {

  private static final long FIRST_SECOND = 631_152_000L;
  private static final long LAST_SECOND = 4_102_444_799L;
  private static final long SIGNED_32 = Integer.MAX_VALUE;
  private static final long UNSIGNED_32 = 4_294_967_295L;
  private static final long SECONDS_1601 = 11_644_473_600L;
  private static final long SECONDS_2001 = 978_307_200L;
  private static final long DAYS_1900 = 25_569;
  private static final long DAYS_1904 = 24_107;
  private static final long FIRST_TRUE_DAY = 61;
  private static final int DAY_SECONDS = 86_400;
  private static final int MOST_DIGITS = 19;

  private long whole;
  private int fraction;
  private boolean isNegative;
  private boolean isHuge;
  private long second;
  private int nanos;
  private @Nullable String failure;
  private @Nullable String remark;

  /** Reads the text; false where it is no time, {@link #failure} says why. */
  boolean read(String text, Times.Kind kind) {
    failure = null;
    remark = null;
    if (!readNumber(text)) {
      failure = TimeFlags.INVALID;
      return false;
    }
    if (whole == 0 && fraction == 0) {
      failure = TimeFlags.ZERO;
      return false;
    }
    if (isHuge) {
      failure = TimeFlags.OUT_OF_RANGE;
      return false;
    }
    return switch (kind) {
      case UNIX -> unix(1);
      case UNIX_MILLISECONDS -> unix(1000);
      case UNIX_MICROSECONDS -> unix(1_000_000);
      case FILETIME -> since(10_000_000, SECONDS_1601);
      case WEBKIT -> since(1_000_000, SECONDS_1601);
      case COCOA -> cocoa();
      case EXCEL_1900 -> days(DAYS_1900, FIRST_TRUE_DAY);
      case EXCEL_1904 -> days(DAYS_1904, 1);
      case UTC, LOCAL, AUTO, DAY_FIRST, MONTH_FIRST ->
          throw new IllegalArgumentException("" + kind);
    };
  }

  /** Seconds since 1970, UTC; of days: of the source's zone. */
  long second() {
    return second;
  }

  int nanos() {
    return nanos;
  }

  @Nullable String failure() {
    return failure;
  }

  @Nullable String remark() {
    return remark;
  }

  static boolean isInRange(long second) {
    return second >= FIRST_SECOND && second <= LAST_SECOND;
  }

  private boolean unix(long declared) {
    if (isNegative) {
      boolean ranOver = declared == 1 && whole >= 1L << 30 && whole <= 1L << 31;
      failure = ranOver ? TimeFlags.YEAR_2038 : TimeFlags.OUT_OF_RANGE;
      return false;
    }
    if (declared == 1 && (whole == SIGNED_32 || whole == UNSIGNED_32)) {
      failure = TimeFlags.YEAR_2038;
      return false;
    }
    if (fits(declared)) {
      return true;
    }
    if (fits(1)) {
      remark = TimeFlags.SECONDS;
    } else if (fits(1000)) {
      remark = TimeFlags.MILLISECONDS;
    } else if (fits(1_000_000)) {
      remark = TimeFlags.MICROSECONDS;
    } else if (fits(1_000_000_000)) {
      remark = TimeFlags.NANOSECONDS;
    } else {
      failure = TimeFlags.OUT_OF_RANGE;
      return false;
    }
    return true;
  }

  private boolean fits(long unit) {
    if (!isInRange(whole / unit)) {
      return false;
    }
    second = whole / unit;
    nanos = (int) (whole % unit * (1_000_000_000 / unit) + fraction / unit);
    return true;
  }

  private boolean since(long unit, long epoch) {
    second = whole / unit - epoch;
    nanos = (int) (whole % unit * (1_000_000_000 / unit) + fraction / unit);
    return ranged();
  }

  private boolean cocoa() {
    boolean isNanoseconds = whole > UNSIGNED_32;
    remark = isNanoseconds ? TimeFlags.NANOSECONDS : null;
    second = (isNanoseconds ? whole / 1_000_000_000 : whole) + SECONDS_2001;
    nanos = isNanoseconds ? (int) (whole % 1_000_000_000) : fraction;
    return ranged();
  }

  /** Days since a day, the fraction rounded to the millisecond, as a local time. */
  private boolean days(long epoch, long first) {
    if (whole < first) {
      failure = TimeFlags.OUT_OF_RANGE;
      return false;
    }
    if (whole > LAST_SECOND / DAY_SECONDS + DAYS_1900) {
      failure = TimeFlags.OUT_OF_RANGE;
      return false;
    }
    long milliseconds = Math.round(fraction * (DAY_SECONDS / 1_000_000.0));
    second = (whole - epoch) * DAY_SECONDS + milliseconds / 1000;
    nanos = (int) (milliseconds % 1000) * 1_000_000;
    return ranged();
  }

  private boolean ranged() {
    boolean holds = !isNegative && isInRange(second);
    failure = holds ? null : TimeFlags.OUT_OF_RANGE;
    return holds;
  }

  /** Digits with a sign before and a fraction behind; a fraction keeps nine digits. */
  private boolean readNumber(String text) {
    int index = 0;
    isNegative = text.charAt(0) == '-';
    if (isNegative || text.charAt(0) == '+') {
      index++;
    }
    int first = index;
    whole = 0;
    isHuge = false;
    while (index < text.length() && isDigit(text.charAt(index))) {
      int digit = text.charAt(index) - '0';
      isHuge |= index - first >= MOST_DIGITS || whole > (Long.MAX_VALUE - digit) / 10;
      whole = isHuge ? whole : whole * 10 + digit;
      index++;
    }
    fraction = 0;
    if (index == first) {
      return false;
    }
    if (index == text.length()) {
      return true;
    }
    if (text.charAt(index) != '.') {
      return false;
    }
    index++;
    int scale = 100_000_000;
    while (index < text.length() && isDigit(text.charAt(index))) {
      fraction += (text.charAt(index) - '0') * scale;
      scale /= 10;
      index++;
    }
    return index == text.length();
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }
}
