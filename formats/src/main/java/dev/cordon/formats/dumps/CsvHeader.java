package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The columns of an export and the sign between them. A name that stands there again is numbered
 * ({@code name#2}).
 *
 * @param isInvented the file has no header; the columns are called by their number
 */
public record CsvHeader(
    List<String> columns, char delimiter, Position position, boolean isInvented) {

  private static final int LONGEST_NAME = 64;

  /** Copies the list. */
  public CsvHeader {
    columns = numbered(columns);
  }

  /** A header that stands in the file. */
  CsvHeader(List<String> columns, char delimiter, Position position) {
    this(columns, delimiter, position, false);
  }

  /** Names for the columns of a file without a header. */
  static CsvHeader invented(int count, char delimiter, Position position) {
    List<String> names = new ArrayList<>();
    for (int index = 1; index <= count; index++) {
      names.add("column " + index);
    }
    return new CsvHeader(names, delimiter, position, true);
  }

  private static List<String> numbered(List<String> columns) {
    List<String> names = new ArrayList<>(columns.size());
    Map<String, Integer> met = new HashMap<>();
    for (String column : columns) {
      int count = met.merge(column.trim().toLowerCase(Locale.ROOT), 1, Integer::sum);
      names.add(count == 1 || column.isBlank() ? column : column + "#" + count);
    }
    return List.copyOf(names);
  }

  /** Whether these values look like names of columns. */
  public static boolean isPlausible(List<String> values) {
    if (values.size() < 2) {
      return false;
    }
    Set<String> names = new HashSet<>();
    int named = 0;
    int repeated = 0;
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
      if (!isName) {
        return false;
      }
      repeated += names.add(name.toLowerCase(Locale.ROOT)) ? 0 : 1;
      named++;
    }
    return named >= 2
        && named * 5 >= values.size() * 4
        && repeated * 2 <= named
        && named - repeated >= 2;
  }

  /** Whether these values are a header too: most of them are names of this header's columns. */
  boolean isAnother(List<String> values) {
    if (isInvented) {
      return false;
    }
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
