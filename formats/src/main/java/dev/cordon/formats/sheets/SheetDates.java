package dev.cordon.formats.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Days since 1900 or 1904 as dates. The 29th of February 1900, which never was, is kept as such.
 */
final class SheetDates {

  private static final long MILLISECONDS = 86_400_000L;
  private static final int PHANTOM_DAY = 60;
  private static final int LAST_DAY = 2_958_465;

  private SheetDates() {}

  /** The date as ISO 8601 without a zone; null where the number is no date. */
  static @Nullable String text(String number, boolean since1904) {
    BigDecimal value;
    try {
      value = new BigDecimal(number.strip());
    } catch (NumberFormatException unreadable) {
      return null;
    }
    if (value.signum() < 0 || value.precision() - value.scale() > 8) {
      return null;
    }
    int day = value.intValue();
    long milliseconds =
        value
            .subtract(BigDecimal.valueOf(day))
            .multiply(BigDecimal.valueOf(MILLISECONDS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    if (milliseconds == MILLISECONDS) {
      day++;
      milliseconds = 0;
    }
    return day > LAST_DAY ? null : text(day, milliseconds, since1904);
  }

  private static @Nullable String text(int day, long milliseconds, boolean since1904) {
    LocalTime time = LocalTime.ofNanoOfDay(milliseconds * 1_000_000);
    if (day == 0 && !since1904) {
      return time.toString();
    }
    if (day == PHANTOM_DAY && !since1904) {
      return "1900-02-29" + (milliseconds == 0 ? "" : "T" + time);
    }
    try {
      LocalDate start =
          since1904
              ? LocalDate.of(1904, 1, 1)
              : LocalDate.of(1899, 12, day < PHANTOM_DAY ? 31 : 30);
      LocalDate date = start.plusDays(day);
      return milliseconds == 0 ? date.toString() : LocalDateTime.of(date, time).toString();
    } catch (DateTimeException impossible) {
      return null;
    }
  }
}
