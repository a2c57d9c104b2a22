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

  /** The longest name of a column, in letters. */
  static final int LONGEST_NAME = 64;

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
      if (!isName(name)) {
        return false;
      }
      repeated += names.add(name.toLowerCase(Locale.ROOT)) ? 0 : 1;
      named++;
    }
    int columns = values.getFirst().isBlank() ? values.size() - 1 : values.size();
    return named >= 2 && named * 5 >= columns * 4 && repeated * 2 <= named && named - repeated >= 2;
  }

  /** Whether a column may be called so. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && (Character.isLetter(name.charAt(0)) || "_$".indexOf(name.charAt(0)) >= 0)
        && name.indexOf('@') < 0
        && name.chars().filter(letter -> letter == ' ').count() <= 5
        && !name.endsWith(".");
  }
}
