package dev.cordon.formats.lists;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.formats.sqlite.SqliteLimits;
import dev.cordon.formats.sqlite.SqliteReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of every table of an SQLite database that has a column of hashes, as NSRL RDS 3 has. */
final class SqliteRows implements DumpHandler {

  private record Column(int place, ListField field, String name) {}

  private final ListHandler handler;
  private final RowDraft row;
  private final Map<String, List<Column>> tables = new HashMap<>();
  private final Set<String> withHashes = new HashSet<>();

  private SqliteRows(ListHandler handler) {
    this.handler = handler;
    this.row = new RowDraft(handler, null);
  }

  static ListOutcome read(RandomBytes bytes, ListHandler handler) throws IOException {
    SqliteRows rows = new SqliteRows(handler);
    SqliteReader.read(bytes, SqliteLimits.STANDARD, rows);
    if (rows.withHashes.isEmpty()) {
      throw new FormatException(
          "an SQLite database without a table that has a column md5, sha1, sha256 or pdq");
    }
    return new ListOutcome(ListForm.SQLITE, "", "", "");
  }

  @Override
  public void table(DumpTable table) {
    List<Column> columns = new ArrayList<>();
    List<String> names = table.columnNames();
    for (int place = 0; place < names.size(); place++) {
      Optional<ListField> field = ListField.of(names.get(place));
      if (field.isPresent() && field.get() != ListField.HASH_TYPE) {
        columns.add(new Column(place, field.get(), names.get(place)));
      }
    }
    boolean hasHash =
        columns.stream().anyMatch(one -> one.field().ordinal() <= ListField.HASH.ordinal());
    tables.put(table.name(), hasHash ? columns : List.of());
    if (hasHash) {
      withHashes.add(table.name());
    }
  }

  @Override
  public void row(DumpRow told) {
    List<Column> columns = tables.getOrDefault(told.table(), List.of());
    if (columns.isEmpty()) {
      return;
    }
    for (Column column : columns) {
      String text = column.place() < told.size() ? told.text(column.place()) : null;
      if (text != null) {
        row.field(column.field(), column.name(), text);
      }
    }
    row.end(told.position());
  }

  @Override
  public void broken(String table, List<String> columns, Position position, String reason) {
    if (withHashes.contains(table) || tables.isEmpty()) {
      handler.broken(position, reason);
    }
  }
}
