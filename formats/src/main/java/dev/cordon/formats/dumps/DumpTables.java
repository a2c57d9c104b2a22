package dev.cordon.formats.dumps;

import dev.cordon.formats.dumps.DumpTable.DumpColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables a dump has declared so far, and the shape of rows written for them. */
final class DumpTables {

  /** Beyond these many columns tables are not remembered: their rows come without names. */
  private static final int MOST_COLUMNS = 1_000_000;

  private final SqlSettings settings;
  private final TableNames names;
  private final Map<String, TableDefinition> definitions = new HashMap<>();
  private @Nullable RowShape last;
  private long columnCount;

  DumpTables(SqlSettings settings, TableNames names) {
    this.settings = settings;
    this.names = names;
  }

  /** The name as it is told. */
  String name(List<String> parts) {
    return names.of(parts);
  }

  /** How text is written has changed. */
  void forgetShape() {
    last = null;
  }

  /** Remembers a table; returns it with the columns of the tables it inherits from. */
  DumpTable declare(TableDefinition definition) {
    TableDefinition whole = inherit(definition);
    columnCount += whole.table().columns().size() + 1;
    if (columnCount < MOST_COLUMNS) {
      definitions.put(whole.table().name(), whole);
    }
    last = null;
    return whole.table();
  }

  /** Remembers a primary key declared later; null when the table is not known. */
  @Nullable DumpTable key(String name, List<String> primaryKey) {
    TableDefinition known = definitions.get(name);
    if (known == null || !known.table().primaryKey().isEmpty()) {
      return null;
    }
    TableDefinition keyed = known.withPrimaryKey(primaryKey);
    definitions.put(name, keyed);
    return keyed.table();
  }

  /** The shape of rows with these columns, or the table's own where the statement names none. */
  RowShape shape(String name, @Nullable List<String> columns) {
    TableDefinition known = definitions.get(name);
    DumpTable table = known == null ? null : known.table();
    List<String> own = table == null ? List.of() : table.columnNames();
    List<String> wanted = columns == null ? own : columns;
    RowShape before = last;
    boolean same =
        before != null
            && before.table().equals(name)
            && before.columns().equals(wanted)
            && before.textCharset().equals(settings.charset());
    if (before != null && same) {
      return before;
    }
    RowShape shape = RowShape.of(name, wanted, table, settings);
    last = shape;
    return shape;
  }

  /** The shape without the columns the database computes, which some dumps leave out. */
  RowShape withoutGenerated(RowShape shape) {
    TableDefinition known = definitions.get(shape.table());
    if (known == null || known.generated().isEmpty()) {
      return shape;
    }
    List<String> stored = new ArrayList<>(shape.columns());
    stored.removeAll(Set.copyOf(known.generated()));
    return RowShape.of(shape.table(), stored, known.table(), settings);
  }

  private TableDefinition inherit(TableDefinition definition) {
    if (definition.parents().isEmpty()) {
      return definition;
    }
    Map<String, DumpColumn> columns = new LinkedHashMap<>();
    for (List<String> parent : definition.parents()) {
      TableDefinition known = definitions.get(name(parent));
      if (known == null) {
        return definition.withoutColumns();
      }
      known.table().columns().forEach(column -> columns.putIfAbsent(column.name(), column));
    }
    definition.table().columns().forEach(column -> columns.putIfAbsent(column.name(), column));
    return definition.withColumns(List.copyOf(columns.values()));
  }
}
