package dev.cordon.formats.weblogs;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a log are built: fields with text between them. Made from the server's own
 * directive, nginx's {@code log_format} or Apache's {@code LogFormat}, or from fields found by
 * {@link LogProposal}.
 */
public final class LogFormat {

  /** The longest directive read. */
  public static final int LONGEST_DIRECTIVE = 8192;

  /** A field, and the text before it. */
  record Part(String before, String field) {}

  private final List<Part> parts;
  private final String tail;

  LogFormat(List<Part> parts, String tail) {
    this.parts = List.copyOf(parts);
    this.tail = tail;
    for (int index = 1; index < parts.size(); index++) {
      if (parts.get(index).before().isEmpty()) {
        throw new FormatException(
            "nothing stands between "
                + parts.get(index - 1).field()
                + " and "
                + parts.get(index).field()
                + ": where one ends cannot be told");
      }
    }
    if (parts.isEmpty()) {
      throw new FormatException("the log format names no field");
    }
  }

  /** Reads the directive, whole or only its format. */
  public static LogFormat of(String directive) {
    if (directive.length() > LONGEST_DIRECTIVE) {
      throw new FormatException("the log format is longer than " + LONGEST_DIRECTIVE);
    }
    String text = directive.strip();
    if (text.startsWith("log_format")) {
      return NginxFormat.read(NginxFormat.unquoted(text));
    }
    if (text.regionMatches(true, 0, "LogFormat", 0, 9)
        || text.regionMatches(true, 0, "CustomLog", 0, 9)) {
      return ApacheFormat.read(ApacheFormat.unquoted(text));
    }
    return text.indexOf('$') >= 0 ? NginxFormat.read(text) : ApacheFormat.read(text);
  }

  /** The names of the fields, in order. */
  public List<String> fields() {
    return parts.stream().map(Part::field).toList();
  }

  /**
   * The format as the format part of nginx's directive; read again it reads lines alike.
   *
   * @throws FormatException where the text between the fields cannot be written there
   */
  public String directive() {
    return NginxFormat.write(parts, tail);
  }

  /** Reads one line; throws where it does not fit. */
  public LogLine read(String line, Position position) {
    Map<String, String> values = new LinkedHashMap<>();
    String timeText = null;
    int place = 0;
    for (int index = 0; index < parts.size(); index++) {
      Part part = parts.get(index);
      if (!line.startsWith(part.before(), place)) {
        throw new FormatException("lacks " + part.field());
      }
      place += part.before().length();
      String next = index + 1 < parts.size() ? parts.get(index + 1).before() : tail;
      boolean quoted = part.before().endsWith("\"") && next.startsWith("\"");
      int end = end(line, place, next, quoted);
      if (end < 0) {
        throw new FormatException("is cut in " + part.field());
      }
      String value = LogText.plain(line.substring(place, end));
      place = end;
      if (part.field().equals(LogField.TIME.word())) {
        timeText = value;
      }
      if (!value.equals("-") && !value.isEmpty()) {
        values.put(unused(values, part.field()), value);
      }
    }
    if (!line.substring(place).equals(tail)) {
      throw new FormatException("goes on after its last field");
    }
    return checked(position, values, timeText);
  }

  private static String unused(Map<String, String> values, String field) {
    String name = field;
    for (int count = 2; values.containsKey(name); count++) {
      name = field + "#" + count;
    }
    return name;
  }

  private LogLine checked(
      Position position, Map<String, String> values, @Nullable String timeText) {
    OffsetDateTime time = timeText == null ? null : LogTimes.read(timeText);
    String status = values.get(LogField.STATUS.word());
    if (status != null && !status.matches("[0-9]{3}")) {
      throw new FormatException("has no readable status");
    }
    return new LogLine(position, values, time, timeText);
  }

  private static int end(String line, int place, String next, boolean quoted) {
    if (next.isEmpty()) {
      return line.length();
    }
    int index = place;
    while (index < line.length()) {
      if (quoted && line.charAt(index) == '\\') {
        index += 2;
      } else if (line.startsWith(next, index)) {
        return index;
      } else {
        index++;
      }
    }
    return -1;
  }

  /** Puts a format together from pieces as they come. */
  static final class Builder {

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder between = new StringBuilder();

    void text(char letter) {
      between.append(letter);
    }

    void text(String letters) {
      between.append(letters);
    }

    void field(String name) {
      parts.add(new Part(between.toString(), name));
      between.setLength(0);
    }

    LogFormat build() {
      return new LogFormat(parts, between.toString());
    }
  }
}
