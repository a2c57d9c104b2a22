package dev.cordon.formats.weblogs;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.Text;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads access logs as nginx and Apache write them: common and combined format, the site's name or
 * a proxy's list of addresses before the address, further quoted or bare fields allowed at the end.
 * Lines are bounded; every line is told, read or not.
 */
public final class AccessLogParser {

  /** The longest line held, in bytes. */
  public static final int LINE_LIMIT_BYTES = 1 << 16;

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private final String text;
  private int place;

  private AccessLogParser(String text) {
    this.text = text;
  }

  /** Reads the stream to its end and tells the handler what it holds. */
  public static void parse(InputStream stream, AccessLogHandler handler) throws IOException {
    BoundedLines lines = new BoundedLines(stream, LINE_LIMIT_BYTES);
    UniformLines uniform = new UniformLines(handler);
    BoundedLines.Line line;
    while ((line = lines.next()) != null) {
      if (line.isDropped()) {
        uniform.broken(
            line.position(),
            "is longer than " + LINE_LIMIT_BYTES + " bytes (SHA-256 " + line.digest() + ")");
        continue;
      }
      AccessLogLine request;
      try {
        request = read(Text.of(line.bytes()).value(), line.position());
      } catch (FormatException failure) {
        uniform.broken(line.position(), String.valueOf(failure.getMessage()));
        continue;
      }
      uniform.request(request);
    }
    uniform.finish();
  }

  /** Whether this line is a request in one of the formats read here. */
  public static boolean isRequest(String line) {
    try {
      read(line, new Position(0, 1, line.length()));
      return true;
    } catch (FormatException failure) {
      return false;
    }
  }

  private static AccessLogLine read(String line, Position position) {
    if (line.isBlank()) {
      throw new FormatException("is empty");
    }
    return new AccessLogParser(line).request(position);
  }

  private AccessLogLine request(Position position) {
    String host = word("the address");
    String forwarded = null;
    String site = null;
    while (host.endsWith(",")) {
      host += " " + word("the address");
    }
    if (host.indexOf(',') >= 0) {
      forwarded = host;
      host = host.substring(0, host.indexOf(','));
    }
    String identity = word("the identity");
    if (!isAddress(host) && isAddress(identity)) {
      site = host;
      host = identity;
      word("the identity");
    }
    String user = user();
    String timeText = bracketed();
    OffsetDateTime time = time(timeText);
    String request = quoted("the request");
    int status = status(word("the status"));
    number(word("the size"));
    String referer = "-";
    String agent = "-";
    int further = 0;
    if (place < text.length()) {
      referer = quoted("the referer");
      agent = quoted("the user agent");
      while (place < text.length()) {
        further++;
        if (text.charAt(place) == '"') {
          quoted("a further field");
        } else {
          word("a further field");
        }
      }
    }
    return new AccessLogLine(
        position, host, user, timeText, time, request, status, referer, agent, further, site,
        forwarded);
  }

  /** Whether the word is built like an address: digits and points, or colons between digits. */
  private static boolean isAddress(String word) {
    int separators = 0;
    for (int index = 0; index < word.length(); index++) {
      char next = word.charAt(index);
      if (next == '.' || next == ':') {
        separators++;
      } else if (Character.digit(next, 16) < 0) {
        return false;
      }
    }
    boolean four = word.indexOf(':') < 0 && separators == 3 && word.matches("[0-9.]+");
    return four || word.indexOf(':') >= 0 && separators >= 2;
  }

  private String word(String what) {
    int end = text.indexOf(' ', place);
    int stop = end < 0 ? text.length() : end;
    if (stop == place) {
      throw new FormatException("lacks " + what);
    }
    String word = text.substring(place, stop);
    if (word.indexOf('"') >= 0 || word.indexOf('\0') >= 0) {
      throw new FormatException("has no readable " + what.replace("the ", ""));
    }
    place = end < 0 ? stop : end + 1;
    return word;
  }

  /** A user's name may hold blanks; the bracket of the time ends it. */
  private String user() {
    int end = text.indexOf(" [", place);
    if (end <= place) {
      throw new FormatException("lacks the user or the time");
    }
    String user = text.substring(place, end);
    place = end + 1;
    return user;
  }

  private String bracketed() {
    int end = text.indexOf(']', place);
    if (end < 0 || text.charAt(place) != '[') {
      throw new FormatException("lacks the time");
    }
    String inside = text.substring(place + 1, end);
    place = end + 1;
    blank("the time");
    return inside;
  }

  private String quoted(String what) {
    if (place >= text.length() || text.charAt(place) != '"') {
      throw new FormatException("lacks " + what);
    }
    int index = place + 1;
    while (index < text.length() && text.charAt(index) != '"') {
      index += text.charAt(index) == '\\' ? 2 : 1;
    }
    if (index >= text.length()) {
      throw new FormatException("is cut in " + what);
    }
    String inside = text.substring(place + 1, index);
    place = index + 1;
    blank(what);
    return inside;
  }

  private void blank(String what) {
    if (place < text.length()) {
      if (text.charAt(place) != ' ') {
        throw new FormatException("has an unexpected character after " + what);
      }
      place++;
    }
  }

  private static int status(String word) {
    int status = (int) number(word);
    if (word.length() != 3 || status < 100) {
      throw new FormatException("has no readable status");
    }
    return status;
  }

  private static long number(String word) {
    if (word.equals("-")) {
      return 0;
    }
    long value = 0;
    for (int index = 0; index < word.length(); index++) {
      int digit = word.charAt(index) - '0';
      if (digit < 0 || digit > 9 || index > 17) {
        throw new FormatException("has no readable number where one belongs");
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static OffsetDateTime time(String text) {
    boolean shaped =
        text.length() == 26
            && text.charAt(2) == '/'
            && text.charAt(6) == '/'
            && text.charAt(11) == ':'
            && text.charAt(14) == ':'
            && text.charAt(17) == ':'
            && text.charAt(20) == ' ';
    int month = shaped ? MONTHS.indexOf(text.substring(3, 6)) + 1 : 0;
    @Nullable ZoneOffset offset = month == 0 ? null : offset(text);
    if (offset == null) {
      throw new FormatException("has no readable time");
    }
    try {
      return OffsetDateTime.of(
          digits(text, 7, 11),
          month,
          digits(text, 0, 2),
          digits(text, 12, 14),
          digits(text, 15, 17),
          Math.min(59, digits(text, 18, 20)),
          0,
          offset);
    } catch (DateTimeException failure) {
      throw new FormatException("has an impossible time", failure);
    }
  }

  private static @Nullable ZoneOffset offset(String text) {
    char sign = text.charAt(21);
    if (sign != '+' && sign != '-') {
      return null;
    }
    int minutes = digits(text, 22, 24) * 60 + digits(text, 24, 26);
    if (minutes > 18 * 60) {
      return null;
    }
    return ZoneOffset.ofTotalSeconds((sign == '+' ? minutes : -minutes) * 60);
  }

  private static int digits(String text, int start, int end) {
    return (int) number(text.substring(start, end));
  }
}
