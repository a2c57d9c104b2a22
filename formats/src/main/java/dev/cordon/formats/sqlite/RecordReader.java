package dev.cordon.formats.sqlite;

import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpRow.Kind;
import dev.cordon.formats.dumps.RowWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Reads the records of one table and tells them as rows. */
final class RecordReader implements Tree.Visitor {

  private static final int[] INTEGER_BYTES = {0, 1, 2, 3, 4, 6, 8};
  private static final int DOUBLE = 7;
  private static final int ZERO = 8;
  private static final int ONE = 9;
  private static final int FIRST_BLOB = 12;

  private final StoredTable table;
  private final DumpLimits limits;
  private final DumpHandler handler;
  private final RowWriter writer;
  private final long[] types;

  RecordReader(StoredTable table, DumpLimits limits, RowWriter writer, DumpHandler handler) {
    this.table = table;
    this.limits = limits;
    this.writer = writer;
    this.handler = handler;
    this.types = new long[limits.rowValues()];
  }

  @Override
  public void row(long rowid, Payload payload, long offset, long length)
      throws IOException, BrokenPage {
    int count = types(payload);
    int columns = table.columns();
    if (columns > 0 && count > columns) {
      throw new BrokenPage("has " + count + " values for " + columns + " columns");
    }
    writer.begin(table.rows());
    for (int column = 0; column < count; column++) {
      if (column == table.alias() && types[column] == 0) {
        writer.value(Kind.BARE, Long.toString(rowid));
      } else {
        value(payload, types[column], table.isReal(column));
      }
    }
    for (int column = count; column < columns; column++) {
      missing(column);
    }
    OptionalLong number = table.hasRowid() ? OptionalLong.of(rowid) : OptionalLong.empty();
    handler.row(writer.finish(new Position(offset, 0, length), number));
  }

  @Override
  public void broken(long offset, long length, String reason) {
    handler.broken(
        table.declared().name(),
        table.declared().columnNames(),
        new Position(offset, 0, length),
        reason);
  }

  /** Reads the record's header: the type of each value. */
  private int types(Payload payload) throws IOException, BrokenPage {
    long start = payload.given();
    long length = payload.varint();
    int count = 0;
    while (payload.given() - start < length) {
      if (count == types.length) {
        throw new BrokenPage("has more than " + limits.rowValues() + " values");
      }
      types[count++] = payload.varint();
    }
    if (payload.given() - start != length) {
      throw new BrokenPage("the row's header is broken");
    }
    return count;
  }

  private void value(Payload payload, long type, boolean isReal) throws IOException, BrokenPage {
    if (type < 0 || type == 10 || type == 11) {
      throw new BrokenPage("has a value of an unknown kind, " + type);
    }
    if (type >= FIRST_BLOB) {
      writer.beginValue();
      payload.give((type - FIRST_BLOB) / 2, writer::append);
      writer.endValue(type % 2 == 0 ? Kind.BINARY : Kind.STRING);
    } else if (type == 0) {
      writer.beginValue();
      writer.endValue(Kind.NULL);
    } else if (type == DOUBLE) {
      double number = Double.longBitsToDouble(integer(payload, 8));
      writer.value(Kind.BARE, Reals.text(number));
    } else {
      long number =
          type == ZERO ? 0 : type == ONE ? 1 : integer(payload, INTEGER_BYTES[(int) type]);
      writer.value(Kind.BARE, isReal ? Reals.text(number) : Long.toString(number));
    }
  }

  private static long integer(Payload payload, int bytes) throws IOException, BrokenPage {
    long value = (byte) payload.read();
    for (int index = 1; index < bytes; index++) {
      value = value << 8 | payload.read();
    }
    return value;
  }

  private void missing(int column) {
    ColumnDefault value = table.defaultOf(column);
    if (value != null && value.kind() == Kind.BARE) {
      writer.value(Kind.BARE, new String(value.bytes(), StandardCharsets.US_ASCII));
      return;
    }
    writer.beginValue();
    if (value == null || value.kind() == Kind.NULL) {
      writer.endValue(Kind.NULL);
    } else {
      writer.append(value.bytes(), 0, value.bytes().length);
      writer.endValue(value.kind());
    }
  }
}
