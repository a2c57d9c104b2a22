package dev.cordon.formats.dumps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the text of a CREATE TABLE statement apart: elements between commas, names, the rest. */
final class DefinitionText {

  private static final Pattern KEY = Pattern.compile("(?i)PRIMARY\\s+KEY\\b");
  private static final Pattern DEFAULT = Pattern.compile("(?i)DEFAULT\\b\\s*");

  private final String text;
  private final int open;
  private final boolean backslashes;
  private int place;
  private boolean ended;

  DefinitionText(String text, boolean backslashes) {
    this.text = text;
    this.backslashes = backslashes;
    this.open = openBracket(text);
    ended = open < 0;
    place = open + 1;
  }

  /** Whether the columns follow at once: no AS, LIKE or PARTITION OF stands before them. */
  boolean isPlain() {
    return open >= 0 && text.substring(0, open).isBlank();
  }

  /** Where the first bracket outside quotes opens; the text's length when none does. */
  static int open(String text) {
    int open = openBracket(text);
    return open < 0 ? text.length() : open;
  }

  /** What stands behind PRIMARY KEY outside quotes, or null. */
  static @Nullable String behindPrimaryKey(String text) {
    return behind(text, 'p', KEY);
  }

  /** What stands behind DEFAULT outside quotes and brackets, or null. */
  static @Nullable String behindDefault(String text) {
    return behind(text, 'd', DEFAULT);
  }

  private static @Nullable String behind(String text, char first, Pattern words) {
    Matcher matcher = words.matcher(text);
    int depth = 0;
    int index = 0;
    while (index < text.length()) {
      char next = text.charAt(index);
      if (isQuote(next)) {
        index = skipQuoted(text, index, false);
        continue;
      }
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      boolean starts = index == 0 || !SqlText.isNamePart(text.charAt(index - 1));
      boolean may = (next | 32) == first && starts && depth == 0;
      if (may && matcher.region(index, text.length()).lookingAt()) {
        return text.substring(matcher.end());
      }
      index++;
    }
    return null;
  }

  /** The next element between commas at this depth, or null after the closing bracket. */
  @Nullable String element() {
    int depth = 0;
    int start = place;
    while (place < text.length() && !ended) {
      char next = text.charAt(place);
      if (isQuote(next)) {
        place = skipQuoted(text, place, backslashes);
        continue;
      }
      boolean closes = next == ')' && depth == 0;
      if (closes || next == ',' && depth == 0) {
        String element = text.substring(start, place).trim();
        place++;
        ended = closes;
        if (!element.isEmpty()) {
          return element;
        }
        start = place;
        continue;
      }
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      place++;
    }
    String cut = ended ? "" : text.substring(Math.min(start, text.length())).trim();
    ended = true;
    return cut.isEmpty() ? null : cut;
  }

  /** What stands behind the closing bracket. */
  String rest() {
    return text.substring(Math.min(place, text.length()));
  }

  static boolean isQuoted(String element) {
    char first = element.charAt(0);
    return first == '`' || first == '"' || first == '[' || first == '\'';
  }

  /** The name an element begins with, its quotes undone. */
  static String name(String element) {
    int end = nameEnd(element, 0);
    return isQuoted(element) ? unquoted(element.substring(0, end)) : element.substring(0, end);
  }

  static String afterName(String element) {
    return element.substring(nameEnd(element, 0)).trim();
  }

  /** The names in the first brackets, without the lengths and orders behind them. */
  static List<String> names(String element) {
    return qualifiedNames(element).stream().map(List::getLast).toList();
  }

  /** The names in the first brackets, each in its parts. */
  static List<List<String>> qualifiedNames(String element) {
    List<List<String>> names = new ArrayList<>();
    int open = openBracket(element);
    if (open < 0) {
      return names;
    }
    DefinitionText inside = new DefinitionText(element.substring(open), false);
    String part;
    while ((part = inside.element()) != null) {
      List<String> parts = new ArrayList<>();
      int start = 0;
      while (start < part.length()) {
        int end = nameEnd(part, start);
        String written = part.substring(start, end);
        parts.add(!written.isEmpty() && isQuoted(written) ? unquoted(written) : written);
        if (end >= part.length() || part.charAt(end) != '.') {
          break;
        }
        start = end + 1;
      }
      names.add(List.copyOf(parts));
    }
    return names;
  }

  /** The text with every quoted string and name emptied. */
  static String withoutStrings(String text) {
    StringBuilder bare = new StringBuilder();
    int index = 0;
    while (index < text.length()) {
      char next = text.charAt(index);
      if (isQuote(next)) {
        index = skipQuoted(text, index, false);
        bare.append("''");
      } else {
        bare.append(next);
        index++;
      }
    }
    return bare.toString();
  }

  private static int openBracket(String element) {
    int index = 0;
    while (index < element.length()) {
      char next = element.charAt(index);
      if (next == '(') {
        return index;
      }
      index = isQuote(next) ? skipQuoted(element, index, false) : index + 1;
    }
    return -1;
  }

  private static int nameEnd(String text, int start) {
    if (start >= text.length()) {
      return start;
    }
    char first = text.charAt(start);
    if (first == '[') {
      int end = text.indexOf(']', start);
      return end < 0 ? text.length() : end + 1;
    }
    if (isQuote(first)) {
      int end = skipQuoted(text, start, false);
      while (end < text.length() && text.charAt(end) == first) {
        end = skipQuoted(text, end, false);
      }
      return end;
    }
    int end = start;
    while (end < text.length() && " \t\r\n(,).".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String unquoted(String written) {
    char quote = written.charAt(0);
    int end = written.length() > 1 ? written.length() - 1 : 1;
    String inside = written.substring(1, end);
    String doubled = "" + quote + quote;
    return quote == '[' ? inside : inside.replace(doubled, "" + quote);
  }

  private static boolean isQuote(char next) {
    return next == '\'' || next == '"' || next == '`';
  }

  private static int skipQuoted(String text, int start, boolean backslashes) {
    char quote = text.charAt(start);
    int index = start + 1;
    while (index < text.length()) {
      char next = text.charAt(index++);
      if (next == '\\' && backslashes && quote == '\'') {
        index++;
      } else if (next == quote) {
        return index;
      }
    }
    return text.length();
  }
}
