package dev.cordon.formats.lists;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables (commas, semicolons, tabs or bars; RFC 4180 quotes, also over line ends) whose first
 * line names columns, and lines of one hash each. Rows shorter than the head are read as far as
 * they go; columns beyond the head are passed over.
 */
final class TableRows {

  private static final int LONGEST_LINE = 1 << 21;
  private static final int MOST_JOINED_LINES = 20;
  private static final int MOST_COLUMNS = 1000;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private record Column(ListField field, String name) {}

  private final BoundedLines lines;
  private final List<BoundedLines.Line> again = new ArrayList<>();
  private final RowDraft row;
  private final ListHandler handler;
  private @Nullable Column[] columns = new Column[0];
  private char delimiter = ',';

  private TableRows(InputStream stream, @Nullable HashKind assumed, ListHandler handler) {
    this.lines = new BoundedLines(stream, LONGEST_LINE);
    this.row = new RowDraft(handler, assumed);
    this.handler = handler;
  }

  static ListOutcome read(
      InputStream stream, ListForm form, @Nullable HashKind assumed, ListHandler handler)
      throws IOException {
    TableRows rows = new TableRows(stream, assumed, handler);
    if (form == ListForm.LINES) {
      rows.lines();
    } else {
      rows.table();
    }
    return new ListOutcome(form, "", "", "");
  }

  private void lines() throws IOException {
    for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.isDropped()) {
        handler.broken(line.position(), "the line is longer than " + LONGEST_LINE + " bytes");
      } else if (!line.isBlank()) {
        row.field(ListField.HASH, "", text(line));
        row.end(line.position());
      }
    }
  }

  private static String text(BoundedLines.Line line) {
    String text = Text.of(line.bytes()).value();
    return !text.isEmpty() && text.charAt(0) == '\ufeff' ? text.substring(1) : text;
  }

  private void table() throws IOException {
    BoundedLines.Line first = lines.next();
    while (first != null && first.isBlank()) {
      first = lines.next();
    }
    if (first == null || first.isDropped() || !head(text(first))) {
      throw new FormatException(
          "neither JSON, SQLite nor SQL, and its first line names no column of hashes (md5, sha1,"
              + " sha256, pdq, hash …)");
    }
    for (BoundedLines.Line line = next(); line != null; line = next()) {
      if (line.isDropped()) {
        handler.broken(line.position(), "the line is longer than " + LONGEST_LINE + " bytes");
      } else if (!line.isBlank()) {
        row(line);
      }
    }
  }

  private boolean head(String line) {
    for (char candidate : DELIMITERS) {
      List<String> names = new ArrayList<>();
      Fields.split(line, candidate, (place, field) -> names.add(field));
      Column[] found = new Column[Math.min(names.size(), MOST_COLUMNS)];
      boolean hasHash = false;
      for (int place = 0; place < found.length; place++) {
        String name = names.get(place).strip();
        Optional<ListField> field = ListField.of(name);
        if (field.isPresent()) {
          found[place] = new Column(field.get(), name);
          hasHash |= field.get().ordinal() <= ListField.HASH.ordinal();
        }
      }
      if (hasHash) {
        columns = found;
        delimiter = candidate;
        return true;
      }
    }
    return false;
  }

  /**
   * A row, joined with the lines behind it while a quote is open; those are read again if it stays
   * so.
   */
  private void row(BoundedLines.Line first) throws IOException {
    String text = text(first);
    Position position = first.position();
    boolean isOpen = Fields.split(text, delimiter, this::field);
    List<BoundedLines.Line> joined = new ArrayList<>();
    while (isOpen) {
      BoundedLines.Line next = joined.size() < MOST_JOINED_LINES ? next() : null;
      row.clear();
      if (next != null) {
        joined.add(next);
      }
      if (next == null || next.isDropped() || text.length() > LONGEST_LINE) {
        again.addAll(0, joined);
        handler.broken(first.position(), "a quote is opened and not closed");
        return;
      }
      text = text + "\n" + Text.of(next.bytes()).value();
      position =
          new Position(
              position.byteOffset(),
              position.line(),
              next.position().byteOffset() + next.position().lengthBytes() - position.byteOffset());
      isOpen = Fields.split(text, delimiter, this::field);
    }
    row.end(position);
  }

  private BoundedLines.@Nullable Line next() throws IOException {
    return again.isEmpty() ? lines.next() : again.removeFirst();
  }

  private void field(int place, String text) {
    Column column = place < columns.length ? columns[place] : null;
    if (column != null) {
      row.field(column.field(), column.name(), text);
    }
  }
}
