package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.MediaKind;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks into every value of a dump or database, and at the shapes of its tables. */
final class TableLooker implements DumpHandler {

  private final MediaFindings media;
  private final TableShapes shapes = new TableShapes();
  private final Map<String, List<String>> keys = new HashMap<>();
  private String lastTable = "";

  TableLooker(MediaFindings media) {
    this.media = media;
  }

  @Override
  public void table(DumpTable table) {
    shapes.declared(table.name(), table.columnNames(), !table.primaryKey().isEmpty());
  }

  @Override
  public void keyed(DumpTable table) {
    shapes.keyed(table.name());
    keys.put(table.name(), table.primaryKey());
  }

  @Override
  public void row(DumpRow row) {
    if (!row.table().equals(lastTable)) {
      lastTable = row.table();
      shapes.used(lastTable, row.columns());
    }
    for (int index = 0; index < row.size(); index++) {
      MediaKind found = row.media(index);
      if (found != null) {
        media.add(found, place(row, index));
      }
    }
  }

  private static String place(DumpRow row, int index) {
    String column =
        index < row.columns().size() ? row.columns().get(index) : "column " + (index + 1);
    return "in "
        + row.table()
        + "."
        + column
        + ", row at byte "
        + row.position().byteOffset()
        + ", "
        + row.length(index)
        + " bytes";
  }

  @Override
  public void broken(String table, List<String> columns, Position position, String reason) {}

  Map<String, String> groups() {
    return shapes.groups();
  }

  /** The keys that are declared behind the rows. */
  Map<String, List<String>> keys() {
    return keys;
  }
}
