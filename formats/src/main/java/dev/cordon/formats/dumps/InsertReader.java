package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.Position;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one INSERT or REPLACE statement, tuple by tuple. */
final class InsertReader {

  private static final int WORD_LIMIT = 64;

  private final ByteCursor cursor;
  private final SqlText text;
  private final DumpLimits limits;
  private final DumpHandler handler;
  private final String delimiter;
  private final DumpRow row = new DumpRow();
  private final ValueReader values;

  InsertReader(
      ByteCursor cursor, SqlText text, DumpLimits limits, DumpHandler handler, String delimiter) {
    this.cursor = cursor;
    this.text = text;
    this.limits = limits;
    this.handler = handler;
    this.delimiter = delimiter;
    this.values = new ValueReader(cursor, text, new ValueSink(row, limits));
  }

  void read(UnaryOperator<String> qualified, Map<String, DumpTable> tables, Charset charset)
      throws IOException {
    skipModifiers();
    String name = qualified.apply(text.qualifiedIdentifier());
    DumpTable table = tables.get(name);
    text.skipSpace();
    List<String> columns = table == null ? List.of() : table.columnNames();
    if (cursor.peek() == '(') {
      columns = columnList();
      text.skipSpace();
    }
    String word = text.word(WORD_LIMIT).toUpperCase(Locale.ROOT);
    if (!word.equals("VALUES") && !word.equals("VALUE")) {
      text.skipStatement(delimiter);
      return;
    }
    String own = table == null ? null : table.charset();
    Charset fallback = own == null ? SqlCharsets.of("latin1") : SqlCharsets.of(own);
    if (fallback.equals(StandardCharsets.UTF_8)) {
      fallback = SqlCharsets.of("latin1");
    }
    tuples(name, columns, charset, fallback);
  }

  private void skipModifiers() throws IOException {
    text.skipSpace();
    while (cursor.peek() != '`' && cursor.peek() != '"') {
      String word = text.word(WORD_LIMIT);
      text.skipSpace();
      if (word.isEmpty() || word.equalsIgnoreCase("INTO")) {
        return;
      }
    }
  }

  private List<String> columnList() throws IOException {
    cursor.read();
    List<String> columns = new ArrayList<>();
    while (columns.size() < limits.rowValues()) {
      text.skipSpace();
      columns.add(text.identifier());
      text.skipSpace();
      int next = cursor.read();
      if (next != ',') {
        break;
      }
    }
    return List.copyOf(columns);
  }

  private void tuples(String table, List<String> columns, Charset charset, Charset fallback)
      throws IOException {
    while (true) {
      text.skipSpace();
      int next = cursor.peek();
      if (next == ',') {
        cursor.read();
      } else if (next == '(') {
        if (!tuple(table, columns, charset, fallback)) {
          return;
        }
      } else {
        if (next >= 0 && !startsStatement()) {
          text.skipStatement(delimiter);
        }
        return;
      }
    }
  }

  /** Reads one tuple; returns whether the statement goes on. */
  private boolean tuple(String table, List<String> columns, Charset charset, Charset fallback)
      throws IOException {
    long offset = cursor.offset();
    long line = cursor.line();
    row.begin(table, columns, charset, fallback);
    cursor.read();
    String failure = tupleValues();
    if (failure == null && !columns.isEmpty() && row.size() != columns.size()) {
      report(
          table,
          columns,
          offset,
          line,
          "has " + row.size() + " values for " + columns.size() + " columns");
      return true;
    }
    if (failure == null) {
      row.finish(new Position(offset, line, cursor.offset() - offset));
      handler.row(row);
      return true;
    }
    boolean goesOn = !startsStatement() && resynchronise();
    report(table, columns, offset, line, failure);
    return goesOn;
  }

  private void report(String table, List<String> columns, long offset, long line, String reason) {
    handler.broken(table, columns, new Position(offset, line, cursor.offset() - offset), reason);
  }

  private @Nullable String tupleValues() throws IOException {
    text.skipSpace();
    if (cursor.peek() == ')') {
      cursor.read();
      return null;
    }
    while (true) {
      if (row.size() == limits.rowValues()) {
        return "has more than " + limits.rowValues() + " values";
      }
      text.skipSpace();
      String failure = values.read();
      if (failure != null) {
        return failure;
      }
      text.skipSpace();
      int next = cursor.peek();
      if (next < 0) {
        return ValueReader.CUT;
      }
      if (next != ',' && next != ')') {
        return "has an unexpected character after value " + row.size();
      }
      cursor.read();
      if (next == ')') {
        return null;
      }
    }
  }

  /** After a broken tuple: goes on behind the next end of a tuple; false where none is left. */
  private boolean resynchronise() throws IOException {
    int next;
    while ((next = cursor.read()) >= 0) {
      if (next == '\n' && startsStatement()) {
        return false;
      }
      if (next != ')') {
        continue;
      }
      int after = cursor.peek();
      if (after == ';') {
        return true;
      }
      boolean tupleFollows =
          cursor.peek(1) == '(' || cursor.peek(1) == '\n' && cursor.peek(2) == '(';
      if (after == ',' && tupleFollows) {
        return true;
      }
    }
    return false;
  }

  private boolean startsStatement() throws IOException {
    return ValueReader.startsStatement(cursor, 0);
  }
}
