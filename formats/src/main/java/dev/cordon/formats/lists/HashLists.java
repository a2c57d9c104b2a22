package dev.cordon.formats.lists;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.sqlite.RandomBytes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a list of whatever form, told by its content. Not for use by several threads at once. */
public final class HashLists {

  private HashLists() {}

  /**
   * Reads a stream to its end: everything but SQLite; gzip is unpacked, places are those of the
   * unpacked text.
   *
   * @param assumed the kind of hashes whose kind nothing tells; null refuses those that could be
   *     two
   * @throws FormatException where the file is no list, saying what is wrong with it
   */
  public static ListOutcome read(
      InputStream stream, @Nullable HashKind assumed, ListHandler handler) throws IOException {
    BufferedInputStream plain = unpacked(stream);
    plain.mark(ListForm.HEAD_BYTES + 1);
    byte[] head = plain.readNBytes(ListForm.HEAD_BYTES);
    plain.reset();
    if (head.length == 0) {
      throw new FormatException("the file is empty");
    }
    ListForm form = ListForm.of(head);
    return switch (form) {
      case JSON -> JsonRows.document(plain, assumed, handler);
      case JSON_LINES -> JsonRows.lines(plain, assumed, handler);
      case TABLE, LINES -> TableRows.read(plain, form, assumed, handler);
      case SQL -> SqlRows.read(plain, handler);
      case SQLITE ->
          throw new FormatException("a packed SQLite database: unpack it and give the file");
    };
  }

  /**
   * Reads an SQLite database without executing anything in it.
   *
   * @throws FormatException where it is none, or none of its tables has a column of hashes
   */
  public static ListOutcome readSqlite(RandomBytes bytes, ListHandler handler) throws IOException {
    return SqliteRows.read(bytes, handler);
  }

  /** Whether a file with these first bytes is for {@link #readSqlite}. */
  public static boolean isSqlite(byte[] head) {
    return ListForm.of(head) == ListForm.SQLITE;
  }

  private static BufferedInputStream unpacked(InputStream stream) throws IOException {
    BufferedInputStream start = new BufferedInputStream(stream, ListForm.HEAD_BYTES * 2);
    start.mark(2);
    boolean isPacked = start.read() == 0x1f && start.read() == 0x8b;
    start.reset();
    return isPacked
        ? new BufferedInputStream(new GZIPInputStream(start, 1 << 16), ListForm.HEAD_BYTES * 2)
        : start;
  }
}
