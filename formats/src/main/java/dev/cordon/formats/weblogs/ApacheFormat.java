package dev.cordon.formats.weblogs;

import dev.cordon.formats.FormatException;
import java.util.Locale;

/** Apache's LogFormat. */
final class ApacheFormat {

  private ApacheFormat() {}

  /** The format in a directive. */
  static String unquoted(String directive) {
    int start = directive.indexOf('"');
    if (start < 0) {
      throw new FormatException("the LogFormat directive holds no quoted format");
    }
    StringBuilder format = new StringBuilder();
    int place = start + 1;
    while (place < directive.length() && directive.charAt(place) != '"') {
      boolean escape = directive.charAt(place) == '\\' && place + 1 < directive.length();
      if (escape && "\"\\".indexOf(directive.charAt(place + 1)) >= 0) {
        place++;
      }
      format.append(directive.charAt(place++));
    }
    return format.toString();
  }

  static LogFormat read(String format) {
    LogFormat.Builder builder = new LogFormat.Builder();
    int place = 0;
    while (place < format.length()) {
      char next = format.charAt(place++);
      if (next == '\\' && place < format.length() && "nt\"\\".indexOf(format.charAt(place)) >= 0) {
        builder.text("\n\t\"\\".charAt("nt\"\\".indexOf(format.charAt(place++))));
      } else if (next != '%') {
        builder.text(next);
      } else if (place < format.length() && format.charAt(place) == '%') {
        builder.text('%');
        place++;
      } else {
        place = directive(format, place, builder);
      }
    }
    return builder.build();
  }

  /** Reads what stands after a percent sign; returns the place after it. */
  private static int directive(String format, int start, LogFormat.Builder builder) {
    int place = start;
    while (place < format.length() && "!<>,0123456789".indexOf(format.charAt(place)) >= 0) {
      place++;
    }
    String argument = "";
    if (place < format.length() && format.charAt(place) == '{') {
      int end = format.indexOf('}', place);
      if (end < 0) {
        throw new FormatException("a { in the log format is never closed");
      }
      argument = format.substring(place + 1, end);
      place = end + 1;
    }
    if (place < format.length() && format.charAt(place) == '^') {
      place += 2;
    }
    if (place >= format.length()) {
      throw new FormatException("a % in the log format names no field");
    }
    char letter = format.charAt(place);
    if (letter == 't' && argument.isEmpty()) {
      builder.text('[');
      builder.field(LogField.TIME.word());
      builder.text(']');
    } else {
      builder.field(name(letter, argument));
    }
    return place + 1;
  }

  private static String name(char letter, String argument) {
    String lower = argument.toLowerCase(Locale.ROOT);
    return switch (letter) {
      case 'a', 'h' -> LogField.ADDRESS.word();
      case 'u' -> LogField.USER.word();
      case 't' -> LogField.TIME.word();
      case 'r' -> LogField.REQUEST.word();
      case 's' -> LogField.STATUS.word();
      case 'b', 'B', 'O' -> LogField.BYTES.word();
      case 'v', 'V' -> LogField.HOST.word();
      case 'm' -> LogField.METHOD.word();
      case 'U' -> LogField.PATH.word();
      case 'q' -> LogField.QUERY.word();
      case 'D', 'T' -> LogField.DURATION.word();
      case 'i' ->
          switch (lower) {
            case "referer" -> LogField.REFERER.word();
            case "user-agent" -> LogField.AGENT.word();
            case "x-forwarded-for", "x-real-ip" -> LogField.FORWARDED_FOR.word();
            case "host" -> LogField.HOST.word();
            default -> "header " + lower;
          };
      default -> argument.isEmpty() ? "%" + letter : "%{" + argument + "}" + letter;
    };
  }
}
