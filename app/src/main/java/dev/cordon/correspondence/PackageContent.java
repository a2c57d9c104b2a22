package dev.cordon.correspondence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.exchange.PackageRefusedException.Check;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a package's own tables, read strictly: every record belongs to a subject of the
 * package, every subject to its country.
 *
 * @param law the law questions' table as it came
 */
record PackageContent(List<Subject> subjects, List<Row> records, String law) {

  private static final String SUBJECTS = "data/subjects.csv";
  private static final String RECORDS = "data/records.csv";
  private static final String LAW = "data/law.csv";
  private static final int MOST_ROWS = 500_000;
  private static final int LONGEST_CELL = 20_000;

  record Subject(String number, String category, String reason) {}

  record Row(
      String number,
      String kind,
      String label,
      String value,
      String at,
      String sourceName,
      String sourceTable,
      String sourceRow) {}

  /**
   * Reads the tables of a package whose signature held.
   *
   * @param country that of the package and of its recipient
   * @throws PackageRefusedException naming the file and line that do not belong
   */
  static PackageContent read(Map<String, byte[]> files, String country) {
    List<Subject> subjects = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (NamedCsvRecord row : rows(files, SUBJECTS)) {
      String number = cell(row, SUBJECTS, "number");
      if (!number.matches("[A-Za-z0-9-]{1,40}") || !numbers.add(number)) {
        throw refused(SUBJECTS, row, "the subject's number is none, or there twice");
      }
      String its = optional(row, SUBJECTS, "country");
      if (!its.isEmpty() && !its.equals(country)) {
        throw refused(
            SUBJECTS, row, "subject " + number + " is of another country than " + country);
      }
      subjects.add(
          new Subject(
              number,
              cell(row, SUBJECTS, "category"),
              optional(row, SUBJECTS, "attribution_reason")));
    }
    if (subjects.isEmpty()) {
      throw new PackageRefusedException(Check.CONTENT, SUBJECTS + " names nobody");
    }
    return new PackageContent(subjects, records(files, numbers), law(files, country));
  }

  private static List<Row> records(Map<String, byte[]> files, Set<String> numbers) {
    List<Row> records = new ArrayList<>();
    for (NamedCsvRecord row : rows(files, RECORDS)) {
      String number = cell(row, RECORDS, "number");
      if (!numbers.contains(number)) {
        throw refused(RECORDS, row, "it is of a subject that is not in the package");
      }
      records.add(
          new Row(
              number,
              cell(row, RECORDS, "kind"),
              optional(row, RECORDS, "label"),
              cell(row, RECORDS, "value"),
              optional(row, RECORDS, "at"),
              optional(row, RECORDS, "source_name"),
              optional(row, RECORDS, "source_table"),
              optional(row, RECORDS, "source_row")));
    }
    return records;
  }

  private static String law(Map<String, byte[]> files, String country) {
    if (!files.containsKey(LAW)) {
      return "";
    }
    for (NamedCsvRecord row : rows(files, LAW)) {
      if (optional(row, LAW, "what").equals("country")
          && !optional(row, LAW, "value").equals(country)) {
        throw refused(LAW, row, "the law is of another country than " + country);
      }
    }
    return text(LAW, files.get(LAW));
  }

  private static List<NamedCsvRecord> rows(Map<String, byte[]> files, String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new PackageRefusedException(Check.CONTENT, path + " is missing");
    }
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(text(path, content))) {
      for (NamedCsvRecord row : reader) {
        rows.add(row);
        if (rows.size() > MOST_ROWS) {
          throw new PackageRefusedException(
              Check.BOUNDS, path + " has more than " + MOST_ROWS + " rows");
        }
      }
    } catch (CsvParseException | java.io.IOException malformed) {
      throw new PackageRefusedException(
          Check.CONTENT, path + " is no table: " + malformed.getMessage());
    }
    return rows;
  }

  private static String text(String path, byte @Nullable [] content) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content == null ? new byte[0] : content))
          .toString();
    } catch (CharacterCodingException malformed) {
      throw new PackageRefusedException(Check.CONTENT, path + " is not UTF-8");
    }
  }

  private static String cell(NamedCsvRecord row, String path, String name) {
    String value = optional(row, path, name);
    if (value.isBlank()) {
      throw refused(path, row, "it has no " + name);
    }
    return value;
  }

  private static String optional(NamedCsvRecord row, String path, String name) {
    String value = row.findField(name).orElse("");
    if (value.length() > LONGEST_CELL || value.indexOf('\0') >= 0) {
      throw refused(path, row, name + " is no text of at most " + LONGEST_CELL + " signs");
    }
    // Written so that no spreadsheet takes it for a formula.
    return value.startsWith("'") && value.length() > 1 && "=+-@\t\r\n".indexOf(value.charAt(1)) >= 0
        ? value.substring(1)
        : value;
  }

  private static PackageRefusedException refused(String path, NamedCsvRecord row, String what) {
    return new PackageRefusedException(
        Check.CONTENT, path + ", line " + row.getStartingLineNumber() + ": " + what);
  }
}
