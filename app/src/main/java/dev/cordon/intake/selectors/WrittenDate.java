package dev.cordon.intake.selectors;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day: {@code 2024-11-12}, {@code 20241112}, {@code 12.11.2024}, {@code 11/12/24}, {@code
 * Tue, 12 Nov 2024}, {@code Nov 12, 2024}, {@code 12/Nov/2024}; names are English. Where neither
 * the numbers nor anybody says whether day or month stands first, it is no day. An object is used
 * again and again. Not thread-safe.
 */
final class WrittenDate {

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String[] MONTH_NAMES = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };
  private static final String WEEKDAYS = "montuewedthufrisatsun";
  private static final int PIVOT = 69;
  private static final int MONTHS_OF_YEAR = 12;

  private final TextCursor cursor;
  private int year;
  private int month;
  private int day;
  private boolean isTwoDigitYear;
  private DateOrder shown = DateOrder.UNKNOWN;
  private @Nullable String failure;

  WrittenDate(TextCursor cursor) {
    this.cursor = cursor;
  }

  /** Reads a day where the cursor stands; false where there is none. */
  boolean read(DateOrder order) {
    isTwoDigitYear = false;
    shown = DateOrder.UNKNOWN;
    failure = null;
    return readNumbers(order) && isDay();
  }

  /** Days since 1970. */
  long epochDay() {
    return LocalDate.of(year, month, day).toEpochDay();
  }

  boolean isTwoDigitYear() {
    return isTwoDigitYear;
  }

  /** Which order of day and month the numbers themselves show. */
  DateOrder shown() {
    return shown;
  }

  /** Why it is no day, where that is more than being invalid. */
  @Nullable String failure() {
    return failure;
  }

  private boolean readNumbers(DateOrder order) {
    int digits = cursor.digits(0);
    if (digits == 4 && isSeparator(cursor.sign(4))) {
      return readYearFirst();
    }
    if (digits == 8 || digits == 14) {
      year = cursor.number(4);
      month = cursor.number(2);
      day = cursor.number(2);
      return true;
    }
    if (digits == 1 || digits == 2) {
      return readDayOrMonth(order);
    }
    return digits == 0 && readNamed();
  }

  private boolean readYearFirst() {
    char separator = cursor.sign(4);
    year = cursor.number(4);
    cursor.skip(1);
    int monthDigits = cursor.digits(0);
    if (monthDigits < 1 || monthDigits > 2 || cursor.sign(monthDigits) != separator) {
      return false;
    }
    month = cursor.number(monthDigits);
    cursor.skip(1);
    int dayDigits = cursor.digits(0);
    if (dayDigits < 1 || dayDigits > 2) {
      return false;
    }
    day = cursor.number(dayDigits);
    return true;
  }

  private boolean readDayOrMonth(DateOrder order) {
    int first = cursor.number(cursor.digits(0));
    char separator = cursor.sign();
    boolean isBeforeName = separator == ' ' || separator == '-' || separator == '/';
    if (isBeforeName && TextCursor.isLetter(cursor.sign(1))) {
      cursor.skip(1);
      day = first;
      month = monthName();
      return month > 0 && skipSeparators() && readYear();
    }
    int digits = cursor.digits(1);
    boolean isWhole = digits >= 1 && digits <= 2 && cursor.sign(digits + 1) == separator;
    if (!isSeparator(separator) || !isWhole) {
      return false;
    }
    cursor.skip(1);
    int second = cursor.number(digits);
    cursor.skip(1);
    return readYear() && inOrder(first, second, separator == '.' ? DateOrder.DAY_FIRST : order);
  }

  private boolean inOrder(int first, int second, DateOrder order) {
    DateOrder taken = order;
    if (order == DateOrder.UNKNOWN) {
      if (first > MONTHS_OF_YEAR ^ second > MONTHS_OF_YEAR) {
        taken = first > MONTHS_OF_YEAR ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        shown = taken;
      } else if (first != second && first <= MONTHS_OF_YEAR) {
        failure = TimeFlags.DAY_MONTH;
        return false;
      }
    }
    day = taken == DateOrder.MONTH_FIRST ? second : first;
    month = taken == DateOrder.MONTH_FIRST ? first : second;
    return true;
  }

  private boolean readNamed() {
    boolean hasWeekday = skipWeekday();
    if (hasWeekday && !skipSeparators()) {
      return false;
    }
    int digits = cursor.digits(0);
    if (hasWeekday && digits > 0) {
      day = cursor.number(Math.min(digits, 2));
      return skipSeparators() && (month = monthName()) > 0 && skipSeparators() && readYear();
    }
    month = monthName();
    if (month == 0 || !skipSeparators() || cursor.digits(0) < 1 || cursor.digits(0) > 2) {
      return false;
    }
    day = cursor.number(cursor.digits(0));
    return skipSeparators() && readYear();
  }

  private boolean readYear() {
    int digits = cursor.digits(0);
    if (digits == 4) {
      year = cursor.number(4);
      return true;
    }
    if (digits != 2) {
      return false;
    }
    int two = cursor.number(2);
    year = two < PIVOT ? 2000 + two : 1900 + two;
    isTwoDigitYear = true;
    return true;
  }

  private boolean isDay() {
    boolean isFirstOfAll = year == 1 && month == 1 && day == 1;
    if (year == 0 || isFirstOfAll) {
      failure = TimeFlags.ZERO;
      return false;
    }
    return month >= 1 && month <= MONTHS_OF_YEAR && day >= 1 && day <= lengthOfMonth();
  }

  private int lengthOfMonth() {
    if (month == 2) {
      boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
      return leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private int monthName() {
    int letters = cursor.letters();
    if (letters < 3) {
      return 0;
    }
    String word = cursor.take(letters).toLowerCase(Locale.ROOT);
    int place = MONTHS.indexOf(word.substring(0, 3));
    if (place < 0 || place % 3 != 0) {
      return 0;
    }
    boolean known = letters == 3 || MONTH_NAMES[place / 3].equals(word) || word.equals("sept");
    return known ? place / 3 + 1 : 0;
  }

  private boolean skipWeekday() {
    int letters = cursor.letters();
    int start = cursor.place();
    if (letters < 3) {
      return false;
    }
    String word = cursor.take(letters).toLowerCase(Locale.ROOT);
    int place = WEEKDAYS.indexOf(word.substring(0, 3));
    boolean isWeekday =
        place >= 0 && place % 3 == 0 && (letters == 3 || word.endsWith("day") || letters < 6);
    if (!isWeekday) {
      cursor.back(start);
    }
    return isWeekday;
  }

  private boolean skipSeparators() {
    int start = cursor.place();
    while (isSeparator(cursor.sign()) || cursor.sign() == ',' || cursor.sign() == ' ') {
      cursor.skip(1);
    }
    return cursor.place() > start;
  }

  private static boolean isSeparator(char sign) {
    return sign == '-' || sign == '/' || sign == '.';
  }
}
