package dev.cordon.formats.sqlite;

import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.dumps.DumpTable.DumpColumn;
import dev.cordon.formats.dumps.RowWriter;
import dev.cordon.formats.dumps.TableDefinition;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table as the file stores it: which value of a record belongs to which column. */
final class StoredTable {

  private final DumpTable declared;
  private final RowWriter.Table rows;
  private final List<ColumnType> types = new ArrayList<>();
  private final List<ColumnDefault> defaults = new ArrayList<>();
  private final boolean hasRowid;
  private final int alias;

  private StoredTable(TableDefinition definition, Charset charset) {
    DumpTable written = definition.table();
    List<ColumnType> all = types(definition);
    this.hasRowid = !definition.options().toUpperCase(Locale.ROOT).contains("WITHOUT");
    List<DumpColumn> stored = new ArrayList<>();
    for (int index : order(written, all)) {
      stored.add(written.columns().get(index));
      types.add(all.get(index));
      defaults.add(
          definition
              .behindDefault(index)
              .map(text -> ColumnDefault.of(text, all.get(index), charset))
              .orElse(ColumnDefault.NONE));
    }
    this.declared = new DumpTable(written.name(), stored, written.primaryKey(), null);
    this.rows = new RowWriter.Table(written.name(), declared.columnNames(), charset);
    this.alias = hasRowid ? alias(definition) : -1;
  }

  static StoredTable of(TableDefinition definition, Charset charset) {
    return new StoredTable(definition, charset);
  }

  private static List<ColumnType> types(TableDefinition definition) {
    List<ColumnType> types = new ArrayList<>();
    List<DumpColumn> columns = definition.table().columns();
    Set<String> computed = Set.copyOf(definition.generated());
    for (int index = 0; index < columns.size(); index++) {
      boolean generated = computed.contains(columns.get(index).name());
      types.add(ColumnType.of(definition.attributes().get(index), generated));
    }
    return types;
  }

  /** The stored columns; without rowid those of the key come first. */
  private List<Integer> order(DumpTable written, List<ColumnType> all) {
    Set<Integer> order = new LinkedHashSet<>();
    if (!hasRowid) {
      Map<String, Integer> places = places(written.columns());
      for (String name : written.primaryKey()) {
        Integer place = places.get(name.toLowerCase(Locale.ROOT));
        if (place != null) {
          order.add(place);
        }
      }
    }
    for (int index = 0; index < all.size(); index++) {
      if (!all.get(index).isVirtual()) {
        order.add(index);
      }
    }
    return List.copyOf(order);
  }

  private int alias(TableDefinition definition) {
    List<String> key = declared.primaryKey();
    int place = key.size() == 1 ? place(declared.columns(), key.getFirst()) : -1;
    if (place < 0 || !types.get(place).isInteger()) {
      return -1;
    }
    int written = place(definition.table().columns(), key.getFirst());
    String attributes = definition.attributes().get(written).toUpperCase(Locale.ROOT);
    return attributes.matches("(?s).*\\bPRIMARY\\s+KEY\\s+DESC\\b.*") ? -1 : place;
  }

  private static int place(List<DumpColumn> columns, String name) {
    Integer place = places(columns).get(name.toLowerCase(Locale.ROOT));
    return place == null ? -1 : place;
  }

  private static Map<String, Integer> places(List<DumpColumn> columns) {
    Map<String, Integer> places = new HashMap<>();
    for (int index = 0; index < columns.size(); index++) {
      places.putIfAbsent(columns.get(index).name().toLowerCase(Locale.ROOT), index);
    }
    return places;
  }

  DumpTable declared() {
    return declared;
  }

  RowWriter.Table rows() {
    return rows;
  }

  boolean hasRowid() {
    return hasRowid;
  }

  int columns() {
    return types.size();
  }

  /** The column that is another name of the row's number, or -1. */
  int alias() {
    return alias;
  }

  boolean isReal(int column) {
    return column < types.size() && types.get(column).isReal();
  }

  @Nullable ColumnDefault defaultOf(int column) {
    return column < defaults.size() ? defaults.get(column) : null;
  }
}
