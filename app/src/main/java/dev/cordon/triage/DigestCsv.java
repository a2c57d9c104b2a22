package dev.cordon.triage;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.cordon.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV of digests, row by row; a row that can not be read goes aside with its reason. */
final class DigestCsv {

  private final Map<String, Integer> columns;
  private final Iterator<CsvRecord> records;

  private DigestCsv(Map<String, Integer> columns, Iterator<CsvRecord> records) {
    this.columns = columns;
    this.records = records;
  }

  /** Reads the rows; the header must name every needed column, others are left alone. */
  static void read(Reader text, List<String> needed, Consumer<DigestCsv.Row> each) {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new RefusedException("The file is empty; it needs a header with " + needed + ".");
      }
      DigestCsv opened = new DigestCsv(header(records.next(), needed), records);
      opened.forEach(each);
    } catch (CsvParseException e) {
      throw new RefusedException("The file is no CSV: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("The file can not be read.", e);
    }
  }

  private void forEach(Consumer<Row> each) {
    while (records.hasNext()) {
      each.accept(new Row(records.next(), columns));
    }
  }

  private static Map<String, Integer> header(CsvRecord first, List<String> needed) {
    Map<String, Integer> columns = new HashMap<>();
    for (int index = 0; index < first.getFieldCount(); index++) {
      String name = first.getField(index).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
      if (columns.putIfAbsent(name, index) != null) {
        throw new RefusedException("The header names the column " + name + " twice.");
      }
    }
    for (String name : needed) {
      if (!columns.containsKey(name)) {
        throw new RefusedException(
            "The header has no column '" + name + "'; it needs " + needed + ".");
      }
    }
    return columns;
  }

  /** One row, by column name. */
  static final class Row {

    private final CsvRecord fields;
    private final Map<String, Integer> columns;

    private Row(CsvRecord fields, Map<String, Integer> columns) {
      this.fields = fields;
      this.columns = columns;
    }

    /** The line it begins on. */
    long line() {
      return fields.getStartingLineNumber();
    }

    /** A value; null when the column or the value is not there. */
    @Nullable String value(String column) {
      Integer index = columns.get(column);
      if (index == null || index >= fields.getFieldCount()) {
        return null;
      }
      String value = fields.getField(index).strip();
      return value.isEmpty() ? null : value;
    }

    /** A hash in lower case; null when absent. */
    @Nullable String hash(String column, int digits) {
      String value = value(column);
      if (value == null) {
        return null;
      }
      String lower = value.toLowerCase(Locale.ROOT);
      if (!lower.matches("[0-9a-f]{" + digits + "}")) {
        throw new UnreadableRow(column + " is not " + digits + " hex digits");
      }
      return lower;
    }
  }

  /** Why a row goes aside. */
  static final class UnreadableRow extends RefusedException {

    private static final long serialVersionUID = 1L;

    UnreadableRow(String reason) {
      super(reason);
    }
  }
}
