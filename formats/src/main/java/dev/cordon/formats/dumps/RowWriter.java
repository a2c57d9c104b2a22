package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/**
 * Fills rows for readers of other formats, with the same bounds: a value beyond the limit leaves
 * only length, digest and media verdict. The row it gives is valid until the next begins.
 */
public final class RowWriter {

  private final DumpRow row = new DumpRow();
  private final ValueSink sink;

  /** Within these limits. */
  public RowWriter(DumpLimits limits) {
    this.sink = new ValueSink(row, limits);
  }

  /** Rows of one table, whose text is in one character set. */
  public static final class Table {

    private final RowShape shape;

    /** Of this name and these columns. */
    public Table(String name, List<String> columns, Charset charset) {
      this.shape = RowShape.of(name, columns, charset);
    }
  }

  /** Begins a row. */
  public void begin(Table table) {
    row.begin(table.shape);
  }

  /** Begins the next value. */
  public void beginValue() {
    sink.begin();
  }

  /** Takes more of the value's bytes. */
  public void append(byte[] bytes, int offset, int length) {
    sink.append(bytes, offset, length);
  }

  /** Ends the value. */
  public void endValue(DumpRow.Kind kind) {
    sink.end(kind);
  }

  /** A whole value in ASCII. */
  public void value(DumpRow.Kind kind, String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    beginValue();
    sink.charset(StandardCharsets.UTF_8);
    append(bytes, 0, bytes.length);
    endValue(kind);
  }

  /** How many values the row has so far. */
  public int size() {
    return row.size();
  }

  /** The row, with its place and the number the database gives it. */
  public DumpRow finish(Position position, OptionalLong rowid) {
    row.finish(position, rowid);
    return row;
  }
}
