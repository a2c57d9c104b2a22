package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code COPY table FROM stdin} and the lines that follow it, up to {@code \.}. */
final class CopyReader {

  private static final String NOT_ENDED = "the dump ends before the end of the table's rows";
  private static final Pattern FROM_STDIN = Pattern.compile("(?is)^\\s*FROM\\s+STDIN\\b(.*)$");
  private static final Pattern DELIMITER =
      Pattern.compile("(?is)\\bDELIMITERS?\\s+(?:AS\\s+)?E?'(.|\\\\t)'");
  private static final Pattern NULL_TEXT =
      Pattern.compile("(?is)\\bNULL\\s+(?:AS\\s+)?E?'([^']{0,32})'");
  private static final Pattern OTHER_FORM = Pattern.compile("(?i)\\b(CSV|BINARY)\\b");
  private static final Pattern OIDS = Pattern.compile("(?i)\\bOIDS\\b");

  private final ByteCursor cursor;
  private final SqlText text;
  private final StatementReader statements;
  private final DumpTables tables;
  private final DumpLimits limits;
  private final DumpHandler handler;
  private final DumpRow row = new DumpRow();
  private final ValueSink sink;
  private boolean hasCarriageReturns;
  private int delimiter;
  private String nullText = "\\N";

  CopyReader(
      ByteCursor cursor,
      SqlText text,
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
    this.sink = new ValueSink(row, limits);
  }

  /** Reads the statement behind its first word, and its rows. */
  void read() throws IOException {
    text.skipSpace();
    String name = tables.name(text.qualifiedIdentifier());
    text.skipSpace();
    List<String> columns = cursor.peek() == '(' ? columnList() : null;
    Matcher from = FROM_STDIN.matcher(statements.skip(";"));
    if (!from.matches()) {
      return;
    }
    String options = from.group(1);
    hasCarriageReturns = text.restOfLine(8).endsWith("\r");
    Matcher other = OTHER_FORM.matcher(options);
    String unread = other.find() ? "is written by COPY as " + other.group(1) : null;
    Matcher sign = DELIMITER.matcher(options);
    delimiter = sign.find() && sign.group(1).length() == 1 ? sign.group(1).charAt(0) : '\t';
    Matcher none = NULL_TEXT.matcher(options);
    nullText = none.find() ? none.group(1).replace("\\\\", "\\") : "\\N";
    RowShape shape = tables.shape(name, columns);
    rows(OIDS.matcher(options).find() ? withOid(shape) : shape, unread);
  }

  private RowShape withOid(RowShape shape) {
    List<String> columns = new ArrayList<>(shape.columns());
    columns.addFirst("oid");
    return tables.shape(shape.table(), List.copyOf(columns));
  }

  private List<String> columnList() throws IOException {
    List<String> columns = new ArrayList<>();
    do {
      cursor.read();
      text.skipSpace();
      columns.add(text.identifier());
      text.skipSpace();
    } while (cursor.peek() == ',' && columns.size() < limits.rowValues());
    cursor.read();
    return List.copyOf(columns);
  }

  private void rows(RowShape shape, @Nullable String unread) throws IOException {
    while (true) {
      long offset = cursor.offset();
      long line = cursor.line();
      row.begin(shape);
      if (cursor.peek() < 0) {
        tell(offset, line, NOT_ENDED);
        return;
      }
      if (isEnd()) {
        text.restOfLine(0);
        return;
      }
      tell(offset, line, line(shape, unread));
    }
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

  private boolean isEnd() throws IOException {
    return cursor.peek() == '\\' && cursor.peek(1) == '.' && endsAt(2);
  }

  private boolean endsAt(int distance) throws IOException {
    int next = cursor.peek(distance);
    boolean carriageReturn =
        hasCarriageReturns && next == '\r' && cursor.peek(distance + 1) == '\n';
    return next < 0 || next == '\n' || carriageReturn;
  }

  /** Reads one line with its end; null or the reason it is no row. */
  private @Nullable String line(RowShape shape, @Nullable String unread) throws IOException {
    int expected = shape.columns().size();
    boolean isEmpty = expected == 0 && endsAt(0);
    String failure = unread == null && !isEmpty ? values(shape) : unread;
    boolean ended = endLine();
    if (!ended) {
      return ValueReader.CUT;
    }
    boolean fits = failure != null || expected == 0 || row.size() == expected;
    return fits ? failure : "has " + row.size() + " values for " + expected + " columns";
  }

  private boolean endLine() throws IOException {
    int next;
    do {
      next = cursor.read();
    } while (next >= 0 && next != '\n');
    return next == '\n';
  }

  private @Nullable String values(RowShape shape) throws IOException {
    while (true) {
      if (row.size() == limits.rowValues()) {
        return "has more than " + limits.rowValues() + " values";
      }
      String failure = value(shape);
      if (failure != null || cursor.peek() != delimiter) {
        return failure;
      }
      cursor.read();
    }
  }

  private @Nullable String value(RowShape shape) throws IOException {
    sink.begin();
    if (isNull()) {
      cursor.skip(nullText.length());
      return sink.end(DumpRow.Kind.NULL);
    }
    boolean pairs = SqlCharsets.hidesBackslashes(shape.textCharset());
    while (true) {
      if (!pairs) {
        sink.appendUntil(cursor, '\\', delimiter);
      }
      int next = cursor.peek();
      if (next < 0) {
        return ValueReader.CUT;
      }
      if (next == '\n' || next == delimiter) {
        return endValue();
      }
      if (next == '\\') {
        cursor.read();
        if (cursor.peek() < 0) {
          return ValueReader.CUT;
        }
        SqlEscapes.copy(cursor, cursor.read(), sink::append);
      } else if (pairs) {
        pairs(shape, next);
      }
    }
  }

  private void pairs(RowShape shape, int next) throws IOException {
    boolean pair = SqlCharsets.isPair(shape.textCharset(), next, cursor.peek(1));
    sink.append(cursor.read());
    if (pair) {
      sink.append(cursor.read());
    }
  }

  private @Nullable String endValue() throws IOException {
    if (hasCarriageReturns && cursor.peek() == '\n') {
      sink.dropLast('\r');
    }
    return sink.end(DumpRow.Kind.STRING);
  }

  private boolean isNull() throws IOException {
    for (int index = 0; index < nullText.length(); index++) {
      if (cursor.peek(index) != nullText.charAt(index)) {
        return false;
      }
    }
    int after = cursor.peek(nullText.length());
    return after == delimiter || endsAt(nullText.length());
  }
}
