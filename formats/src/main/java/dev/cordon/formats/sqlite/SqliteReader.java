package dev.cordon.formats.sqlite;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.dumps.RowWriter;
import dev.cordon.formats.dumps.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads an SQLite 3 database: its tables and their rows as a dump would tell them, numbers in
 * decimal. Memory is bounded by the limits, time by the length of the file, whatever the file
 * holds: no page is read twice. Nothing is executed, and no log beside the file is applied. Not
 * thread-safe.
 */
public final class SqliteReader {

  private static final TableDefinition SCHEMA =
      TableDefinition.ofSqlite(
          "sqlite_schema",
          "CREATE TABLE x(type text, name text, tbl_name text, rootpage int, sql text)");
  private static final int SCHEMA_DEFINITIONS = 64;

  private final SqliteLimits limits;
  private final DumpHandler handler;
  private final DatabaseHeader header;
  private final Pages pages;
  private final RowWriter writer;
  private final List<String> notes = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private long definitionBytes;

  /** A table of the schema. */
  private record Entry(String name, long root, String definition) {}

  private SqliteReader(RandomBytes bytes, SqliteLimits limits, DumpHandler handler)
      throws IOException {
    this.limits = limits;
    this.handler = handler;
    this.header = DatabaseHeader.read(bytes);
    this.pages = new Pages(bytes, header);
    this.writer = new RowWriter(limits.rows());
    noteSize(bytes);
  }

  /**
   * Reads the whole database and tells the handler what it holds. A value's position is the byte of
   * its row's cell; the line is 0.
   *
   * @throws FormatException when the file has no usable header
   */
  public static SqliteReport read(RandomBytes bytes, SqliteLimits limits, DumpHandler handler)
      throws IOException {
    return new SqliteReader(bytes, limits, handler).run();
  }

  /** What lies beside a database and is not applied when it is read: a log or a journal. */
  public static List<String> notesBeside(Path database) throws IOException {
    List<String> notes = new ArrayList<>();
    for (String suffix : List.of("-wal", "-journal")) {
      Path beside = database.resolveSibling(database.getFileName() + suffix);
      if (Files.exists(beside) && Files.size(beside) > 0) {
        notes.add(
            beside.getFileName()
                + " lies beside it and is not applied: it may hold newer rows, or older ones of a"
                + " change that was not finished");
      }
    }
    return notes;
  }

  private SqliteReport run() throws IOException {
    StoredTable schema = StoredTable.of(SCHEMA, header.charset());
    new Tree(
            pages,
            limits.treeDepth(),
            false,
            new RecordReader(schema, limits.rows(), writer, new SchemaRows()))
        .walk(1);
    for (Entry entry : entries) {
      table(entry);
    }
    return new SqliteReport(
        header.pages(), header.pageBytes(), header.charset().name(), header.freePages(), notes);
  }

  private void noteSize(RandomBytes bytes) throws IOException {
    long declared = DatabaseHeader.declaredPages(bytes);
    if (declared > header.pages() || bytes.size() % header.pageBytes() != 0) {
      notes.add(
          "the file is cut: it says it has " + declared + " pages and holds " + header.pages());
    } else if (declared > 0 && declared < header.pages()) {
      notes.add(
          "behind the "
              + declared
              + " pages of the database lie "
              + bytes.size()
              + " bytes in all");
    }
    if (header.freePages() > 0) {
      notes.add(
          header.freePages()
              + " pages are out of use; deleted rows may still lie in them, they are not read");
    }
    if (header.isWal()) {
      notes.add(
          "the database was kept with a write-ahead log; what stands in the log only is not read");
    }
  }

  private void table(Entry entry) throws IOException {
    TableDefinition definition = TableDefinition.ofSqlite(entry.name(), entry.definition());
    StoredTable table = StoredTable.of(definition, header.charset());
    handler.table(table.declared());
    RecordReader records = new RecordReader(table, limits.rows(), writer, handler);
    new Tree(pages, limits.treeDepth(), !table.hasRowid(), records).walk(entry.root());
  }

  /** Takes the tables out of the rows of the schema. */
  private final class SchemaRows implements DumpHandler {

    @Override
    public void table(DumpTable table) {}

    @Override
    public void row(DumpRow row) {
      if (row.size() < 5 || !row.isText(0, "table") && !"table".equals(row.text(0))) {
        return;
      }
      String name = String.valueOf(row.text(1));
      String definition = row.text(4);
      if (definition == null) {
        broken(name, List.of(), row.position(), "the definition of table " + name + " is missing");
        return;
      }
      if (definition.stripLeading().toUpperCase(Locale.ROOT).startsWith("CREATE VIRTUAL")) {
        notes.add(name + " is a virtual table; what it keeps lies in tables beside it");
        return;
      }
      definitionBytes += definition.length();
      boolean full =
          entries.size() == limits.tables()
              || definitionBytes > (long) SCHEMA_DEFINITIONS * limits.rows().definitionBytes();
      if (full) {
        broken(name, List.of(), row.position(), "the schema is larger than can be held");
      } else {
        entries.add(new Entry(name, root(row.text(3)), definition));
      }
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {
      handler.broken(table, columns, position, reason);
    }

    private static long root(@org.jspecify.annotations.Nullable String written) {
      boolean isNumber = written != null && written.matches("\\d{1,10}");
      return isNumber ? Long.parseLong(written) : 0;
    }
  }
}
