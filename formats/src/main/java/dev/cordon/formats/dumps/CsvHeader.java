package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of an export and the sign between them. */
public record CsvHeader(List<String> columns, char delimiter, Position position) {

  private static final int LONGEST_NAME = 64;

  /** Copies the list. */
  public CsvHeader {
    columns = List.copyOf(columns);
  }

  /** Whether these values look like names of columns. */
  static boolean isPlausible(List<String> values) {
    if (values.size() < 2) {
      return false;
    }
    Set<String> names = new HashSet<>();
    int named = 0;
    for (String value : values) {
      String name = value.trim();
      if (name.isEmpty()) {
        continue;
      }
      boolean isName =
          name.length() <= LONGEST_NAME
              && Character.isLetter(name.charAt(0))
              && name.indexOf('@') < 0
              && name.chars().filter(letter -> letter == ' ').count() <= 5
              && !name.endsWith(".");
      if (!isName || !names.add(name.toLowerCase(Locale.ROOT))) {
        return false;
      }
      named++;
    }
    return named >= 2 && named * 5 >= values.size() * 4;
  }

  /** Whether these values are a header too: most of them are names of this header's columns. */
  boolean isAnother(List<String> values) {
    Set<String> own = new HashSet<>();
    for (String column : columns) {
      own.add(column.trim().toLowerCase(Locale.ROOT));
    }
    int common = 0;
    for (String value : values) {
      if (!value.isBlank() && own.contains(value.trim().toLowerCase(Locale.ROOT))) {
        common++;
      }
    }
    return common >= 2 && common * 2 >= values.size();
  }
}
