package dev.cordon.formats.weblogs;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.Text;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs in W3C extended form, as IIS writes them: a line {@code #Fields:} names the fields of
 * those after it and may come again with others. Date and time are UTC, as the form says; a plus
 * sign in a value stands for a blank.
 */
public final class W3cLogParser {

  private static final String FIELDS = "#Fields:";
  private static final int MOST_FIELDS = 200;
  private static final Map<String, LogField> NAMES =
      Map.ofEntries(
          Map.entry("date", LogField.DATE),
          Map.entry("time", LogField.TIME),
          Map.entry("c-ip", LogField.ADDRESS),
          Map.entry("x-forwarded-for", LogField.FORWARDED_FOR),
          Map.entry("cs(x-forwarded-for)", LogField.FORWARDED_FOR),
          Map.entry("cs-username", LogField.USER),
          Map.entry("cs-method", LogField.METHOD),
          Map.entry("cs-uri-stem", LogField.PATH),
          Map.entry("cs-uri-query", LogField.QUERY),
          Map.entry("sc-status", LogField.STATUS),
          Map.entry("sc-bytes", LogField.BYTES),
          Map.entry("time-taken", LogField.DURATION),
          Map.entry("cs-host", LogField.HOST),
          Map.entry("cs(referer)", LogField.REFERER),
          Map.entry("cs(user-agent)", LogField.AGENT));

  private final LogHandler handler;
  private List<String> fields = List.of();

  private W3cLogParser(LogHandler handler) {
    this.handler = handler;
  }

  /** Reads the stream to its end and tells the handler what it holds. */
  public static void parse(InputStream stream, LogHandler handler) throws IOException {
    BoundedLines lines = new BoundedLines(stream, AccessLogParser.LINE_LIMIT_BYTES);
    W3cLogParser parser = new W3cLogParser(handler);
    BoundedLines.Line line;
    while ((line = lines.next()) != null) {
      if (line.isDropped()) {
        handler.broken(line.position(), FormattedLogParser.tooLong(line));
      } else if (!line.isBlank()) {
        parser.line(Text.of(line.bytes()).value(), line);
      }
    }
  }

  private void line(String text, BoundedLines.Line line) {
    if (text.startsWith(FIELDS)) {
      fields = List.of(text.substring(FIELDS.length()).strip().split("\\s+"));
      if (fields.size() > MOST_FIELDS) {
        fields = List.of();
        handler.broken(line.position(), "names more than " + MOST_FIELDS + " fields");
      }
      return;
    }
    if (text.startsWith("#")) {
      return;
    }
    if (fields.isEmpty()) {
      handler.broken(line.position(), "stands before any line that names the fields");
      return;
    }
    String[] values = text.split("[ \t]", -1);
    if (values.length != fields.size()) {
      handler.broken(
          line.position(), "has " + values.length + " fields, " + fields.size() + " are named");
      return;
    }
    Map<String, String> read = new LinkedHashMap<>();
    for (int index = 0; index < values.length; index++) {
      if (!values[index].equals("-") && !values[index].isEmpty()) {
        read.put(name(fields.get(index)), values[index].replace('+', ' '));
      }
    }
    String date = read.get(LogField.DATE.word());
    String time = read.get(LogField.TIME.word());
    String written = date == null ? time : time == null ? date : date + " " + time;
    handler.line(new LogLine(line.position(), read, time(date, time), written));
  }

  private static String name(String field) {
    LogField known = NAMES.get(field.toLowerCase(Locale.ROOT));
    return known == null ? field : known.word();
  }

  private static @Nullable OffsetDateTime time(@Nullable String date, @Nullable String time) {
    try {
      return date == null || time == null
          ? null
          : OffsetDateTime.of(LocalDate.parse(date), LocalTime.parse(time), ZoneOffset.UTC);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
