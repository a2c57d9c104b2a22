package dev.cordon.formats.dumps;

import dev.cordon.formats.dumps.DumpTable.DumpColumn;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the values of a statement's rows before they are read: table, columns, each
 * column's character set, which columns are bytea.
 */
final class RowShape {

  private final String table;
  private final List<String> columns;
  private final Charset declared;
  private final Charset fallback;
  private final Charset[] declaredOf;
  private final Charset[] fallbackOf;
  private final boolean[] bytea;

  private RowShape(
      String table, List<String> columns, Charset declared, @Nullable String tableCharset) {
    this.table = table;
    this.columns = columns;
    this.declared = declared;
    this.fallback = SqlCharsets.fallback(null, tableCharset);
    this.declaredOf = new Charset[columns.size()];
    this.fallbackOf = new Charset[columns.size()];
    this.bytea = new boolean[columns.size()];
  }

  /** Every value in one character set. */
  static RowShape of(String table, List<String> columns, Charset charset) {
    RowShape shape = new RowShape(table, columns, charset, null);
    java.util.Arrays.fill(shape.declaredOf, charset);
    java.util.Arrays.fill(shape.fallbackOf, shape.fallback);
    return shape;
  }

  /** As the table declares its columns and the dump's settings its text. */
  static RowShape of(
      String name, List<String> columns, @Nullable DumpTable table, SqlSettings settings) {
    String tableCharset = table == null ? null : table.charset();
    RowShape shape = new RowShape(name, columns, settings.charset(), tableCharset);
    Map<String, DumpColumn> known = new HashMap<>();
    if (table != null) {
      table.columns().forEach(column -> known.put(column.name(), column));
    }
    for (int index = 0; index < columns.size(); index++) {
      DumpColumn column = known.get(columns.get(index));
      String own = column == null ? null : column.charset();
      String written = own == null ? tableCharset : own;
      shape.fallbackOf[index] = SqlCharsets.fallback(own, tableCharset);
      shape.declaredOf[index] =
          settings.isBinary() && written != null ? SqlCharsets.of(written) : settings.charset();
      shape.bytea[index] =
          settings.is(SqlDialect.POSTGRESQL) && column != null && column.type().equals("bytea");
    }
    return shape;
  }

  String table() {
    return table;
  }

  List<String> columns() {
    return columns;
  }

  /** The character set the statement's text is written in. */
  Charset textCharset() {
    return declared;
  }

  Charset declared(int index) {
    return index < declaredOf.length ? declaredOf[index] : declared;
  }

  Charset fallback(int index) {
    return index < fallbackOf.length ? fallbackOf[index] : fallback;
  }

  boolean isBytea(int index) {
    return index < bytea.length && bytea[index];
  }
}
