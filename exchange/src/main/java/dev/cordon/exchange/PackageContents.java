package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The subjects and records of a package, read from its tables, for whoever imports it.
 *
 * @param subjects in the file's order
 * @param rows in the file's order, each of one of the subjects
 */
public record PackageContents(List<Subject> subjects, List<Row> rows) {

  /** Where the subjects stand. */
  public static final String SUBJECTS = "data/subjects.csv";

  /** Where the records stand. */
  public static final String RECORDS = "data/records.csv";

  private static final Set<String> CATEGORIES =
      Set.of("suspect", "convicted", "victim", "witness_or_contact", "not_yet_assessed");

  /**
   * A subject.
   *
   * @param number what the sender calls the subject
   * @param category data-subject category
   * @param attributionReason why this country; an assessment
   * @param jurisdiction two letters of ISO 3166-1
   */
  public record Subject(
      String number, String category, String attributionReason, String jurisdiction) {}

  /**
   * A record with the row of the sealed source it came from.
   *
   * @param number whose
   * @param kind ACCOUNT, PERSON_NAME, EMAIL, PAYMENT…
   * @param label where it stood
   * @param at null where the source has no time
   * @param concerns {@code subject}, or {@code other} for a third person
   */
  public record Row(
      String number,
      String kind,
      String label,
      String value,
      @Nullable Instant at,
      String concerns,
      String sourceName,
      String sourceTable,
      long sourceRow) {}

  /** Copies the lists. */
  public PackageContents {
    subjects = List.copyOf(subjects);
    rows = List.copyOf(rows);
  }

  /**
   * Reads and checks that each record belongs to a subject of the package, and each subject to its
   * country.
   *
   * @param country the only country its subjects may be attributed to
   * @throws PackageRefusedException naming the row
   */
  public static PackageContents read(Map<String, byte[]> files, String country) {
    List<Subject> subjects = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (Map<String, String> row : table(files, SUBJECTS)) {
      Subject subject =
          new Subject(
              cell(row, "number"),
              cell(row, "category"),
              cell(row, "attribution_reason"),
              cell(row, "jurisdiction"));
      require(numbers.add(subject.number()), SUBJECTS, subject.number() + " is there twice");
      require(
          subject.jurisdiction().equals(country),
          SUBJECTS,
          subject.number()
              + " is attributed to "
              + subject.jurisdiction()
              + "; the package is for "
              + country);
      require(
          CATEGORIES.contains(subject.category()),
          SUBJECTS,
          subject.number() + " has no data-subject category");
      subjects.add(subject);
    }
    List<Row> rows = new ArrayList<>();
    for (Map<String, String> row : table(files, RECORDS)) {
      Row read = row(row);
      require(
          numbers.contains(read.number()),
          RECORDS,
          "a record of " + read.number() + ", who is not in the package");
      rows.add(read);
    }
    return new PackageContents(subjects, rows);
  }

  private static Row row(Map<String, String> row) {
    String concerns = cell(row, "concerns");
    require(
        concerns.equals("subject") || concerns.equals("other"),
        RECORDS,
        "a record that concerns neither subject nor other");
    try {
      String at = cell(row, "at");
      return new Row(
          cell(row, "number"),
          cell(row, "kind"),
          cell(row, "label"),
          cell(row, "value"),
          at.isEmpty() ? null : Instant.parse(at),
          concerns,
          cell(row, "source_name"),
          cell(row, "source_table"),
          Long.parseLong(cell(row, "source_row")));
    } catch (DateTimeException | NumberFormatException malformed) {
      throw new PackageRefusedException(Check.CONTENT, RECORDS + ": a time or a row that is none");
    }
  }

  private static List<Map<String, String>> table(Map<String, byte[]> files, String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new PackageRefusedException(Check.CONTENT, name + " is missing");
    }
    return PackageTable.read(name, bytes).named();
  }

  private static String cell(Map<String, String> row, String column) {
    String cell = row.get(column);
    if (cell == null) {
      throw new PackageRefusedException(Check.CONTENT, "a table lacks its column " + column);
    }
    return cell;
  }

  private static void require(boolean condition, String name, String what) {
    if (!condition) {
      throw new PackageRefusedException(Check.CONTENT, name + ": " + BagPaths.shown(what));
    }
  }
}
