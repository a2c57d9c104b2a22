package dev.cordon.formats.dumps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits one record's text at its delimiter, quotes respected. The text is given line by line, for
 * as long as a quote is open. Not thread-safe.
 */
final class CsvFields {

  private final char delimiter;
  private final List<String> values = new ArrayList<>();
  private final StringBuilder quoted = new StringBuilder();
  private boolean isOpen;
  private boolean isOdd;
  private boolean isTorn;

  CsvFields(char delimiter) {
    this.delimiter = delimiter;
  }

  /** The fields of a record in one line, or null when a quote is open at the end. */
  static @Nullable List<String> split(String text, char delimiter) {
    CsvFields fields = new CsvFields(delimiter);
    fields.add(text);
    return fields.isOpen ? null : fields.values;
  }

  /** Takes the record's next line. */
  void add(String line) {
    int index = 0;
    if (isOpen) {
      quoted.append('\n');
      index = closing(line, 0);
      if (isOpen) {
        return;
      }
      isTorn |= index < line.length() && line.charAt(index) != delimiter;
      index = rest(line, index);
    }
    while (index >= 0) {
      index = field(line, index);
    }
  }

  /** The values read so far. */
  List<String> values() {
    return values;
  }

  /** Whether a quote is open: the record goes on in the next line, if it ever does. */
  boolean isOpen() {
    return isOpen;
  }

  /** Whether text stands behind a closing quote, which CSV does not have. */
  boolean isOdd() {
    return isOdd;
  }

  /** Whether a quote opened in an earlier line seems to end inside another value. */
  boolean isTorn() {
    return isTorn;
  }

  /** Reads the field that begins here; the place of the next, or -1 at the line's end. */
  private int field(String line, int start) {
    if (start < line.length() && line.charAt(start) == '"') {
      quoted.setLength(0);
      isOpen = true;
      int index = closing(line, start + 1);
      return isOpen ? -1 : rest(line, index);
    }
    int end = line.indexOf(delimiter, start);
    values.add(line.substring(start, end < 0 ? line.length() : end));
    return end < 0 ? -1 : end + 1;
  }

  /** What follows a closing quote up to the delimiter. */
  private int rest(String line, int start) {
    int end = line.indexOf(delimiter, start);
    int stop = end < 0 ? line.length() : end;
    isOdd |= stop > start;
    values.add(quoted.append(line, start, stop).toString());
    return end < 0 ? -1 : end + 1;
  }

  /** Copies quoted text; the place after its closing quote. */
  private int closing(String line, int start) {
    int index = start;
    while (index < line.length()) {
      char next = line.charAt(index++);
      if (next != '"') {
        quoted.append(next);
      } else if (index < line.length() && line.charAt(index) == '"') {
        quoted.append('"');
        index++;
      } else {
        isOpen = false;
        return index;
      }
    }
    return index;
  }

  /**
   * The fields as other programs write them: a backslash escapes a quote, blanks may stand before a
   * quote. Null when a quote is open at the end.
   */
  static @Nullable List<String> splitLoosely(String text, char delimiter) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    int index = 0;
    while (true) {
      int start = index;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
      if (start < text.length() && text.charAt(start) == '"') {
        index = escaped(text, start + 1, field);
        if (index < 0) {
          return null;
        }
      }
      int end = text.indexOf(delimiter, index);
      field.append(text, index, end < 0 ? text.length() : end);
      fields.add(field.toString());
      field.setLength(0);
      if (end < 0) {
        return fields;
      }
      index = end + 1;
    }
  }

  private static int escaped(String text, int start, StringBuilder field) {
    int index = start;
    while (index < text.length()) {
      char next = text.charAt(index++);
      boolean more = index < text.length();
      if (more && next == '\\' && (text.charAt(index) == '"' || text.charAt(index) == '\\')) {
        field.append(text.charAt(index++));
      } else if (more && next == '"' && text.charAt(index) == '"') {
        field.append('"');
        index++;
      } else if (next == '"') {
        return index;
      } else {
        field.append(next);
      }
    }
    return -1;
  }
}
