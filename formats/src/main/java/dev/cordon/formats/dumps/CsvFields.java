package dev.cordon.formats.dumps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits one record's text at its delimiter, quotes respected. */
final class CsvFields {

  private CsvFields() {}

  /** The fields, or null when a quote is open at the end. */
  static @Nullable List<String> split(String text, char delimiter) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    int index = 0;
    int length = text.length();
    while (true) {
      if (index < length && text.charAt(index) == '"') {
        index = quoted(text, index + 1, field);
        if (index < 0) {
          return null;
        }
      }
      int end = text.indexOf(delimiter, index);
      field.append(text, index, end < 0 ? length : end);
      fields.add(field.toString());
      field.setLength(0);
      if (end < 0) {
        return fields;
      }
      index = end + 1;
    }
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

  /** Copies a quoted field; returns the place after its closing quote, -1 without one. */
  private static int quoted(String text, int start, StringBuilder field) {
    int index = start;
    while (index < text.length()) {
      char next = text.charAt(index++);
      if (next != '"') {
        field.append(next);
      } else if (index < text.length() && text.charAt(index) == '"') {
        field.append('"');
        index++;
      } else {
        return index;
      }
    }
    return -1;
  }
}
