package dev.cordon.reference;

import java.net.InetAddress;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which column of a table of ranges holds what; -1 where there is none. */
record RangeColumns(
    int start, int end, int country, int kind, int from, int until, boolean hasHeading) {

  static final RangeColumns NONE = new RangeColumns(-1, -1, -1, -1, -1, -1, false);

  private static final RangeColumns EXPORT = new RangeColumns(0, 1, 2, -1, -1, -1, false);

  static RangeColumns of(String[] firstLine) {
    List<String> names =
        Arrays.stream(firstLine).map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (names.indexOf("range_start") == 0 && names.contains("range_end")) {
      return new RangeColumns(
          0,
          names.indexOf("range_end"),
          names.indexOf("country"),
          names.indexOf("kind"),
          names.indexOf("valid_from"),
          names.indexOf("valid_until"),
          true);
    }
    return firstLine.length == 3 && Addresses.parsed(firstLine[0].strip()) != null ? EXPORT : NONE;
  }

  String text(String[] fields, int column) {
    return column >= 0 && column < fields.length ? fields[column].strip() : "";
  }

  @Nullable InetAddress address(String[] fields, int column) {
    return Addresses.parsed(text(fields, column));
  }

  String kind(String[] fields) {
    String said = text(fields, kind);
    return said.isEmpty() ? "unknown" : said;
  }

  /** A day as days since 1970-01-01. */
  int day(String[] fields, int column, int absent) {
    String said = text(fields, column);
    if (said.isEmpty()) {
      return absent;
    }
    try {
      return Math.toIntExact(LocalDate.parse(said).toEpochDay());
    } catch (DateTimeParseException noDay) {
      throw new IllegalArgumentException("'" + said + "' is not a day as 2026-06-25", noDay);
    }
  }
}
