package dev.cordon.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.cordon.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a sheet as CSV (RFC 4180; comma or semicolon): a header with {@code kind} and {@code
 * description}, and {@code class}, {@code own_number}, {@code serial}, {@code found_in} and {@code
 * seal} where there are. An unknown column is refused by name: what it holds would be lost.
 */
public final class SheetCsv {

  /** The most characters of a file. */
  public static final int LARGEST = 1_000_000;

  private static final List<String> COLUMNS =
      List.of("kind", "description", "class", "own_number", "serial", "found_in", "seal");
  private static final List<String> NEEDED = List.of("kind", "description");

  private final Map<String, Integer> columns;
  private final List<Sheet.Problem> problems = new ArrayList<>();

  private SheetCsv(Map<String, Integer> columns) {
    this.columns = columns;
  }

  /**
   * Reads the lines; their numbers are those of the file.
   *
   * @throws SheetRefusedException naming each line that can not be read
   */
  public static List<Sheet.Line> read(String text) {
    if (text.length() > LARGEST) {
      throw new RefusedException(
          "The file has " + text.length() + " characters, at most " + LARGEST + " are read.");
    }
    try {
      return lines(text);
    } catch (CsvParseException broken) {
      throw new RefusedException("Nothing was entered. The file is no CSV: " + broken.getMessage());
    }
  }

  private static List<Sheet.Line> lines(String text) {
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    char separator = separator(clean);
    Iterator<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(clean)
            .iterator();
    if (!records.hasNext()) {
      throw new RefusedException(
          "Nothing was entered. The file is empty; its first line names the columns: "
              + String.join(", ", COLUMNS)
              + ".");
    }
    SheetCsv csv = new SheetCsv(header(records.next()));
    List<Sheet.Line> lines = new ArrayList<>();
    while (records.hasNext()) {
      csv.line(records.next(), lines);
      if (lines.size() > Sheet.LONGEST) {
        throw new RefusedException(
            "Nothing was entered. The file has more than " + Sheet.LONGEST + " lines; split it.");
      }
    }
    if (!csv.problems.isEmpty()) {
      throw new SheetRefusedException(csv.problems);
    }
    return lines;
  }

  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.chars().filter(one -> one == ';').count()
            > first.chars().filter(one -> one == ',').count()
        ? ';'
        : ',';
  }

  private static Map<String, Integer> header(CsvRecord first) {
    Map<String, Integer> columns = new HashMap<>();
    for (int at = 0; at < first.getFieldCount(); at++) {
      String name = first.getField(at).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
      if (!COLUMNS.contains(name)) {
        throw new RefusedException(
            "Nothing was entered. Line 1: the column '"
                + name
                + "' is not known; known are "
                + String.join(", ", COLUMNS)
                + ".");
      }
      if (columns.putIfAbsent(name, at) != null) {
        throw new RefusedException("Nothing was entered. Line 1 names '" + name + "' twice.");
      }
    }
    List<String> missing = NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new RefusedException("Nothing was entered. Line 1 lacks the columns " + missing + ".");
    }
    return columns;
  }

  private void line(CsvRecord record, List<Sheet.Line> lines) {
    int number = (int) record.getStartingLineNumber();
    if (record.getFieldCount() != columns.size()) {
      problems.add(
          new Sheet.Problem(
              number,
              "it has " + record.getFieldCount() + " fields, the header " + columns.size()));
      return;
    }
    lines.add(
        new Sheet.Line(
            number,
            text(record, "kind"),
            itemClass(record, number),
            text(record, "description"),
            value(record, "own_number"),
            value(record, "serial"),
            value(record, "found_in"),
            value(record, "seal")));
  }

  private @Nullable ItemClass itemClass(CsvRecord record, int line) {
    String named = value(record, "class");
    if (named == null) {
      return null;
    }
    try {
      return ItemClass.of(named);
    } catch (IllegalArgumentException unknown) {
      problems.add(
          new Sheet.Problem(
              line,
              "class '"
                  + named
                  + "' is not known; known are "
                  + Arrays.stream(ItemClass.values())
                      .map(ItemClass::text)
                      .collect(Collectors.joining(", "))));
      return null;
    }
  }

  private String text(CsvRecord record, String column) {
    String value = value(record, column);
    return value == null ? "" : value;
  }

  private @Nullable String value(CsvRecord record, String column) {
    Integer at = columns.get(column);
    return at == null ? null : Words.orNull(record.getField(at));
  }
}
