package dev.cordon.intake.selectors;

import org.jspecify.annotations.Nullable;

/**
 * Reads a date and time of day as people and programs write them, without exceptions: a day as
 * {@link WrittenDate} knows it, the time of day in 24 or 12 hours with a fraction of a second, and
 * behind it an offset, a zone's short name or a region. Strict: what is left over makes it invalid.
 * An object is used again and again. Not thread-safe.
 */
final class WrittenTime {

  private static final int LONGEST = 64;
  private static final int DAY_SECONDS = 86_400;
  private static final int LARGEST_OFFSET_HOURS = 18;

  private final TextCursor cursor = new TextCursor();
  private final WrittenDate date = new WrittenDate(cursor);
  private long localSecond;
  private int nanos;
  private @Nullable String failure;
  private @Nullable String remark;
  private @Nullable String zoneWord;
  private boolean hasOffset;
  private int offset;
  private DateOrder shown = DateOrder.UNKNOWN;

  /** Reads the text; false where it is no time, {@link #failure} says why. */
  boolean read(String written, DateOrder order) {
    cursor.start(written);
    nanos = 0;
    remark = null;
    zoneWord = null;
    hasOffset = false;
    offset = 0;
    failure = null;
    boolean isDay = written.length() <= LONGEST && date.read(order);
    shown = isDay ? date.shown() : DateOrder.UNKNOWN;
    if (isDay) {
      localSecond = date.epochDay() * DAY_SECONDS;
      if (date.isTwoDigitYear()) {
        remark(TimeFlags.TWO_DIGIT_YEAR);
      }
    }
    if (isDay && readTime() && readZone()) {
      return true;
    }
    String reason = written.length() <= LONGEST && !isDay ? date.failure() : null;
    failure = reason == null ? TimeFlags.INVALID : reason;
    return false;
  }

  /** The local time in seconds since 1970 as if it were UTC. */
  long localSecond() {
    return localSecond;
  }

  int nanos() {
    return nanos;
  }

  @Nullable String failure() {
    return failure;
  }

  /** Flags of a time that could be read; null for none. */
  @Nullable String remark() {
    return remark;
  }

  /** A short name or a region behind the time; null for none. */
  @Nullable String zoneWord() {
    return zoneWord;
  }

  boolean hasOffset() {
    return hasOffset;
  }

  /** The offset from UTC in seconds, where there is one. */
  int offset() {
    return offset;
  }

  /** Which order of day and month the date itself shows. */
  DateOrder shown() {
    return shown;
  }

  private boolean readTime() {
    int start = cursor.place();
    char sign = cursor.sign();
    if (sign == 'T' || sign == 't' || sign == ':' || sign == ',') {
      cursor.skip(1);
    }
    cursor.skipBlanks();
    int digits = cursor.digits(0);
    if (digits == 6) {
      return addTime(cursor.number(2), cursor.number(2), cursor.number(2));
    }
    if (digits < 1 || digits > 2 || cursor.sign(digits) != ':') {
      cursor.back(start);
      remark(TimeFlags.DATE_ONLY);
      return true;
    }
    return readClock(cursor.number(digits));
  }

  private boolean readClock(int hour) {
    cursor.skip(1);
    if (cursor.digits(0) != 2) {
      return false;
    }
    int minute = cursor.number(2);
    int second = 0;
    if (cursor.sign() == ':') {
      cursor.skip(1);
      if (cursor.digits(0) != 2) {
        return false;
      }
      second = cursor.number(2);
      readFraction();
    }
    int half = half();
    if (half == 0) {
      return addTime(hour, minute, second);
    }
    boolean isTwelve = hour >= 1 && hour <= 12;
    return isTwelve && addTime(hour % 12 + (half == 2 ? 12 : 0), minute, second);
  }

  private void readFraction() {
    int digits = cursor.digits(1);
    if (digits == 0 || cursor.sign() != '.' && cursor.sign() != ',') {
      return;
    }
    int scale = 100_000_000;
    for (int index = 1; index <= digits && scale > 0; index++) {
      nanos += (cursor.sign(index) - '0') * scale;
      scale /= 10;
    }
    cursor.skip(digits + 1);
  }

  /** 1 for the hours before noon, 2 for those after, 0 where the text does not say. */
  private int half() {
    int start = cursor.place();
    cursor.skipBlanks();
    char first = Character.toLowerCase(cursor.sign());
    int next = cursor.sign(1) == '.' ? 2 : 1;
    if (first != 'a' && first != 'p' || Character.toLowerCase(cursor.sign(next)) != 'm') {
      cursor.back(start);
      return 0;
    }
    next += cursor.sign(next + 1) == '.' ? 2 : 1;
    if (TextCursor.isLetter(cursor.sign(next))) {
      cursor.back(start);
      return 0;
    }
    cursor.skip(next);
    return first == 'a' ? 1 : 2;
  }

  private boolean addTime(int hour, int minute, int second) {
    if (minute > 59 || second > 60 || hour > 24) {
      return false;
    }
    if (hour == 24) {
      if (minute > 0 || second > 0 || nanos > 0) {
        return false;
      }
      remark(TimeFlags.HOUR_24);
    }
    if (second == 60) {
      remark(TimeFlags.LEAP_SECOND);
    }
    localSecond += hour * 3600L + minute * 60L + second;
    return true;
  }

  private boolean readZone() {
    cursor.skipBlanks();
    if (cursor.isAtEnd()) {
      return true;
    }
    char sign = cursor.sign();
    if (sign == '+' || sign == '-') {
      return readOffset() && isCommentLeft();
    }
    if (sign == '[' && cursor.last() == ']') {
      cursor.skip(1);
      zoneWord = cursor.takeAllBut(1);
      return true;
    }
    int length = 0;
    while (isZoneSign(cursor.sign(length))) {
      length++;
    }
    String word = cursor.take(length);
    if (!cursor.isAtEnd() && isUniversal(word)) {
      return (cursor.sign() == '+' || cursor.sign() == '-') && readOffset() && cursor.isAtEnd();
    }
    zoneWord = word;
    return cursor.isAtEnd() && !word.isEmpty();
  }

  private boolean readOffset() {
    int sign = cursor.sign() == '-' ? -1 : 1;
    cursor.skip(1);
    int digits = cursor.digits(0);
    if (digits != 1 && digits != 2 && digits != 4) {
      return false;
    }
    int hours = cursor.number(digits == 4 ? 2 : digits);
    int minutes = digits == 4 ? cursor.number(2) : 0;
    if (digits != 4 && cursor.sign() == ':') {
      cursor.skip(1);
      if (cursor.digits(0) != 2) {
        return false;
      }
      minutes = cursor.number(2);
    }
    if (hours > LARGEST_OFFSET_HOURS || minutes > 59) {
      return false;
    }
    hasOffset = true;
    offset = sign * (hours * 3600 + minutes * 60);
    return true;
  }

  /** Whether nothing is left but a zone's name in brackets, which says the same again. */
  private boolean isCommentLeft() {
    cursor.skipBlanks();
    char open = cursor.sign();
    return cursor.isAtEnd()
        || open == '(' && cursor.last() == ')'
        || open == '[' && cursor.last() == ']';
  }

  private void remark(String flag) {
    remark = remark == null ? flag : remark + " " + flag;
  }

  private static boolean isZoneSign(char sign) {
    return TextCursor.isLetter(sign) || sign == '/' || sign == '_';
  }

  private static boolean isUniversal(String word) {
    return word.equals("UTC") || word.equals("GMT") || word.equals("UT");
  }
}
