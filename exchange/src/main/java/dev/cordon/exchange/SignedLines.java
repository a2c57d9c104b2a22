package dev.cordon.exchange;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a small signed statement: a first line that names its form, then lines of {@code name
 * value} in one fixed order, each ended by a line feed. Controls and backslashes in a value are
 * written {@code \\uXXXX}; a line without a value is left out. One content has one text.
 */
final class SignedLines {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private final Map<String, String> values;

  private SignedLines(Map<String, String> values) {
    this.values = values;
  }

  /** Writes the lines of one form. */
  static final class Writer {

    private final StringBuilder text = new StringBuilder();

    Writer(String form) {
      text.append(form).append('\n');
    }

    Writer line(String name, @Nullable Object value) {
      if (value != null) {
        text.append(name).append(' ').append(escaped(value.toString())).append('\n');
      }
      return this;
    }

    String text() {
      return text.toString();
    }
  }

  /**
   * Reads the lines of one form.
   *
   * @param names every name there may be, in their order
   * @throws ExchangeException saying which line is not as it must be
   */
  static SignedLines read(String text, String form, List<String> names, int mostCharacters) {
    if (text.length() > mostCharacters) {
      throw new ExchangeException("it has more than " + mostCharacters + " characters");
    }
    if (!text.startsWith(form + "\n")) {
      throw new ExchangeException("its first line is not '" + form + "'");
    }
    if (!text.endsWith("\n")) {
      throw new ExchangeException("its last line does not end");
    }
    Map<String, String> values = new LinkedHashMap<>();
    List<String> written = text.lines().skip(1).toList();
    int next = 0;
    for (int place = 0; place < written.size(); place++) {
      String line = written.get(place);
      int space = line.indexOf(' ');
      int at = space < 0 ? -1 : names.indexOf(line.substring(0, space));
      if (at < next) {
        throw new ExchangeException("line " + (place + 2) + " is not one it may have there");
      }
      next = at + 1;
      values.put(names.get(at), plain(line.substring(space + 1), place + 2));
    }
    return new SignedLines(values);
  }

  private static String plain(String written, int place) {
    Matcher escape = ESCAPE.matcher(written);
    StringBuilder plain = new StringBuilder();
    while (escape.find()) {
      String sign = Character.toString((char) Integer.parseInt(escape.group(1), 16));
      escape.appendReplacement(plain, Matcher.quoteReplacement(sign));
    }
    escape.appendTail(plain);
    if (!escaped(plain.toString()).equals(written)) {
      throw new ExchangeException("line " + place + " is not written as it must be");
    }
    return plain.toString();
  }

  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    value
        .chars()
        .forEach(sign -> {
          if (sign == '\\'
              || Character.isISOControl(sign)
              || sign == 0x2028
              || sign == 0x2029
              || Character.isSurrogate((char) sign)) {
            escaped.append("\\u%04x".formatted(sign));
          } else {
            escaped.append((char) sign);
          }
        });
    return escaped.toString();
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String get(String name) {
    return find(name).orElseThrow(() -> new ExchangeException("it has no line '" + name + "'"));
  }

  UUID uuid(String name) {
    String written = get(name);
    try {
      UUID id = UUID.fromString(written);
      if (id.toString().equals(written)) {
        return id;
      }
    } catch (IllegalArgumentException malformed) {
      // Said below.
    }
    throw new ExchangeException("'" + name + "' is no id");
  }

  Instant instant(String name) {
    try {
      return Instant.parse(get(name));
    } catch (DateTimeParseException malformed) {
      throw new ExchangeException("'" + name + "' is no moment", malformed);
    }
  }

  long number(String name, long least, long most) {
    String written = get(name);
    if (written.matches("0|[1-9][0-9]{0,17}")) {
      long value = Long.parseLong(written);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new ExchangeException("'" + name + "' is not a number from " + least + " to " + most);
  }

  String matching(String name, String form, int most) {
    String value = get(name);
    if (value.length() > most || !value.matches(form)) {
      throw new ExchangeException("'" + name + "' is not of its form");
    }
    return value;
  }
}
