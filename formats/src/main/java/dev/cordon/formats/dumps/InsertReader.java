package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads INSERT and REPLACE statements, tuple by tuple. */
final class InsertReader {

  private static final int WORD_LIMIT = 64;
  private static final Set<String> MODIFIERS =
      Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "OR", "ONLY");

  private final ByteCursor cursor;
  private final SqlText text;
  private final StatementReader statements;
  private final DumpTables tables;
  private final DumpLimits limits;
  private final DumpHandler handler;
  private final DumpRow row;
  private final ValueReader values;
  private String delimiter = ";";

  InsertReader(
      ByteCursor cursor,
      SqlText text,
      SqlSettings settings,
      StatementReader statements,
      DumpTables tables,
      DumpLimits limits,
      DumpHandler handler) {
    this.cursor = cursor;
    this.text = text;
    this.statements = statements;
    this.tables = tables;
    this.limits = limits;
    this.handler = handler;
    this.row = new DumpRow();
    this.values = new ValueReader(cursor, text, settings, new ValueSink(row, limits));
  }

  /** Reads the statement behind its first word. */
  void read(String statementDelimiter) throws IOException {
    delimiter = statementDelimiter;
    skipModifiers();
    String name = tables.name(text.qualifiedIdentifier());
    text.skipSpace();
    List<String> columns = null;
    if (cursor.peek() == '(') {
      columns = columnList();
      text.skipSpace();
    }
    String word = keyword();
    switch (word) {
      case "VALUES", "VALUE" -> tuples(tables.shape(name, columns));
      case "SET" -> assignments(name);
      case "DEFAULT" -> defaults(tables.shape(name, columns));
      default -> statements.skip(delimiter);
    }
  }

  /** The word the values follow; what may stand before it is passed over. */
  private String keyword() throws IOException {
    while (true) {
      String word = text.word(WORD_LIMIT).toUpperCase(Locale.ROOT);
      switch (word) {
        case "PARTITION" -> {
          text.skipSpace();
          columnList();
        }
        case "OVERRIDING", "SYSTEM", "USER" -> {}
        default -> {
          boolean isValue = word.equals("VALUE");
          if (isValue) {
            text.skipSpace();
          }
          return isValue && cursor.peek() != '(' ? keyword() : word;
        }
      }
      text.skipSpace();
    }
  }

  private void skipModifiers() throws IOException {
    text.skipSpace();
    while (cursor.isAt("INTO") && !SqlText.isNamePart(cursor.peek(4)) || isModifier()) {
      boolean isLast = cursor.isAt("INTO");
      text.word(WORD_LIMIT);
      text.skipSpace();
      if (isLast) {
        return;
      }
      if (cursor.isAt("REPLACE INTO") || cursor.isAt("ABORT INTO") || cursor.isAt("FAIL INTO")) {
        text.word(WORD_LIMIT);
        text.skipSpace();
      }
    }
  }

  private boolean isModifier() throws IOException {
    for (String modifier : MODIFIERS) {
      if (cursor.isAt(modifier) && !SqlText.isNamePart(cursor.peek(modifier.length()))) {
        return true;
      }
    }
    return false;
  }

  private List<String> columnList() throws IOException {
    if (cursor.peek() != '(') {
      return List.of();
    }
    cursor.read();
    List<String> columns = new ArrayList<>();
    while (columns.size() < limits.rowValues()) {
      text.skipSpace();
      if (cursor.peek() == ')') {
        cursor.read();
        break;
      }
      columns.add(text.qualifiedIdentifier().getLast());
      text.skipSpace();
      if (cursor.read() != ',') {
        break;
      }
    }
    return List.copyOf(columns);
  }

  private void tuples(RowShape shape) throws IOException {
    values.begin(shape.textCharset());
    while (true) {
      text.skipSpace();
      int next = cursor.peek();
      if (next == ',') {
        cursor.read();
      } else if (next == '(') {
        if (!tuple(shape)) {
          return;
        }
      } else if (cursor.isAt("ROW") && !SqlText.isNamePart(cursor.peek(3))) {
        cursor.skip(3);
      } else {
        if (next >= 0 && !values.startsStatement()) {
          statements.skip(delimiter);
        }
        return;
      }
    }
  }

  /** Reads one tuple; returns whether the statement goes on. */
  private boolean tuple(RowShape shape) throws IOException {
    long offset = cursor.offset();
    long line = cursor.line();
    row.begin(shape);
    cursor.read();
    String failure = tupleValues();
    if (failure == null && row.size() == 0) {
      row.fill(shape.columns().size());
    }
    if (failure == null) {
      failure = judgeSize(shape);
      tell(offset, line, failure);
      return true;
    }
    boolean goesOn = !values.startsStatement() && resynchronise();
    tell(offset, line, failure);
    return goesOn;
  }

  private @Nullable String judgeSize(RowShape shape) {
    int expected = shape.columns().size();
    if (expected == 0 || row.size() == expected) {
      return null;
    }
    RowShape stored = tables.withoutGenerated(shape);
    if (row.size() == stored.columns().size()) {
      row.reshape(stored);
      return null;
    }
    return "has " + row.size() + " values for " + expected + " columns";
  }

  private void tell(long offset, long line, @Nullable String failure) {
    Position position = new Position(offset, line, cursor.offset() - offset);
    if (failure == null) {
      row.finish(position);
      handler.row(row);
    } else {
      handler.broken(row.table(), row.columns(), position, failure);
    }
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

  /** {@code INSERT INTO t DEFAULT VALUES}: a row in which every value is the default. */
  private void defaults(RowShape shape) throws IOException {
    long offset = cursor.offset();
    long line = cursor.line();
    statements.skip(delimiter);
    row.begin(shape);
    row.fill(shape.columns().size());
    tell(offset, line, null);
  }

  /** {@code INSERT INTO t SET a = 1, b = 'x'}: one row whose columns stand beside its values. */
  private void assignments(String name) throws IOException {
    long offset = cursor.offset();
    long line = cursor.line();
    RowShape shape = tables.shape(name, List.of());
    values.begin(shape.textCharset());
    row.begin(shape);
    List<String> columns = new ArrayList<>();
    String failure = assignedValues(columns);
    row.reshape(tables.shape(name, List.copyOf(columns)));
    tell(offset, line, failure);
    if (!values.startsStatement()) {
      statements.skip(delimiter);
    }
  }

  private @Nullable String assignedValues(List<String> columns) throws IOException {
    while (columns.size() < limits.rowValues()) {
      text.skipSpace();
      columns.add(text.qualifiedIdentifier().getLast());
      text.skipSpace();
      if (cursor.peek() != '=') {
        return cursor.peek() < 0 ? ValueReader.CUT : ValueReader.UNEXPECTED;
      }
      cursor.read();
      text.skipSpace();
      String failure = values.readAssigned();
      if (failure != null) {
        return failure;
      }
      text.skipSpace();
      if (cursor.peek() != ',') {
        return null;
      }
      cursor.read();
    }
    return "has more than " + limits.rowValues() + " values";
  }

  /** After a broken tuple: goes on behind the next end of a tuple; false where none is left. */
  private boolean resynchronise() throws IOException {
    int next;
    while ((next = cursor.read()) >= 0) {
      if (next == '\n' && values.startsStatement()) {
        return false;
      }
      if (next == ')' && (cursor.peek() == ';' || tupleFollows())) {
        return true;
      }
    }
    return false;
  }

  private boolean tupleFollows() throws IOException {
    if (cursor.peek() != ',') {
      return false;
    }
    int place = cursor.peek(1) == '\r' ? 2 : 1;
    return cursor.peek(place) == '(' || cursor.peek(place) == '\n' && cursor.peek(place + 1) == '(';
  }
}
