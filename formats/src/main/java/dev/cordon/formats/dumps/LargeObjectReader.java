package dev.cordon.formats.dumps;

import dev.cordon.formats.ByteCursor;
import dev.cordon.formats.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads the calls pg_dump writes large objects with as rows of the table {@code pg_largeobject}, so
 * that what they hold is judged like every other value.
 */
final class LargeObjectReader {

  static final String TABLE = "pg_largeobject";

  private static final int WORD_LIMIT = 64;
  private static final RowShape SHAPE =
      RowShape.of(TABLE, List.of("loid", "data"), StandardCharsets.UTF_8);

  private final ByteCursor cursor;
  private final SqlText text;
  private final DumpHandler handler;
  private final DumpRow row = new DumpRow();
  private final ValueSink sink;
  private final StringReader strings;
  private final SqlSettings settings;
  private String open = "";

  LargeObjectReader(
      ByteCursor cursor,
      SqlText text,
      SqlSettings settings,
      DumpLimits limits,
      DumpHandler handler) {
    this.cursor = cursor;
    this.text = text;
    this.settings = settings;
    this.handler = handler;
    this.sink = new ValueSink(row, limits);
    this.strings = new StringReader(cursor, settings, sink);
  }

  /** Reads the call behind SELECT, if it opens or writes a large object. */
  void read() throws IOException {
    String function = text.qualifiedIdentifier().getLast().toLowerCase(Locale.ROOT);
    if (function.equals("lo_open")) {
      until('(');
      text.skipSpace();
      boolean quoted = cursor.peek() == '\'';
      cursor.skip(quoted ? 1 : 0);
      open = text.word(WORD_LIMIT);
      cursor.skip(quoted && cursor.peek() == '\'' ? 1 : 0);
    } else if (function.equals("lowrite")) {
      write();
    }
  }

  private void write() throws IOException {
    long offset = cursor.offset();
    long line = cursor.line();
    until(',');
    text.skipSpace();
    row.begin(SHAPE);
    sink.begin();
    for (byte digit : open.getBytes(StandardCharsets.US_ASCII)) {
      sink.appendBare(digit);
    }
    String failure = sink.end(DumpRow.Kind.BARE);
    if (failure == null) {
      boolean isString = cursor.peek() == '\'';
      sink.beginBytea();
      failure = isString ? strings.read(settings.hasBackslashEscapes()) : ValueReader.UNEXPECTED;
    }
    Position position = new Position(offset, line, cursor.offset() - offset);
    if (failure == null) {
      row.finish(position);
      handler.row(row);
    } else {
      handler.broken(TABLE, SHAPE.columns(), position, failure);
    }
  }

  private void until(int sign) throws IOException {
    int next = cursor.peek();
    while (next >= 0 && next != ';' && next != '\'') {
      cursor.read();
      if (next == sign) {
        return;
      }
      next = cursor.peek();
    }
  }
}
