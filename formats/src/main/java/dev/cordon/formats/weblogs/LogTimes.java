package dev.cordon.formats.weblogs;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as logs write them. */
final class LogTimes {

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH),
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]Z", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS] Z", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss Z", Locale.ENGLISH));

  private LogTimes() {}

  /** The time, when the text gives it with its offset or as seconds since 1970; else null. */
  static @Nullable OffsetDateTime read(String text) {
    String plain =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    for (DateTimeFormatter form : FORMS) {
      try {
        return OffsetDateTime.parse(plain, form);
      } catch (DateTimeException other) {
        // Another form may fit.
      }
    }
    return unix(plain);
  }

  private static @Nullable OffsetDateTime unix(String text) {
    if (!text.matches("\\d{9,11}(\\.\\d{1,6})?|\\d{13}|\\d{16}")) {
      return null;
    }
    BigDecimal value = new BigDecimal(text);
    int shift = text.length() == 13 ? 3 : text.length() == 16 ? 6 : 0;
    long milliseconds = value.movePointRight(3 - shift).longValue();
    return Instant.ofEpochMilli(milliseconds).atOffset(ZoneOffset.UTC);
  }
}
