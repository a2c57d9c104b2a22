package dev.cordon.oversight;

import dev.cordon.CordonException;
import dev.cordon.access.OperationId;
import dev.cordon.kernel.digest.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes an operation's tables as JSON lines, one file for each table, streamed: the heap holds a
 * few hundred rows at a time. What the reader may not see is counted, never written.
 */
@Component
class TableFiles {

  private static final int FETCH_SIZE = 500;
  private static final String OWNER_ONLY = "rw-------";

  // Columns the application may not read (a digest of a secret, say) are left out and named.
  private static final String TABLES =
      """
      select c.relname as name, bool_or(a.attname = 'operation_id') as has_operation,
        string_agg(quote_ident(a.attname), ', ' order by a.attnum)
          filter (where has_column_privilege(c.oid, a.attnum, 'select')) as columns,
        string_agg(a.attname, ', ' order by a.attnum)
          filter (where not has_column_privilege(c.oid, a.attnum, 'select')) as hidden,
        (select string_agg(quote_ident(k.attname), ', ' order by array_position(i.indkey::smallint[], k.attnum))
         from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey::smallint[])
         where i.indrelid = c.oid and i.indisprimary) as key
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p')
      group by c.oid, c.relname
      having bool_or(a.attname = 'operation_id') or c.relname in ('operation', 'agency', 'member')
      order by c.relname
      """;

  private static final String HELD =
      """
      select table_name, held from cordon.operation_counts(:operation)
      """;

  private final JdbcClient jdbc;

  TableFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Table(
      String name, boolean hasOperation, String columns, String hidden, String key) {}

  /** How many rows each table of the operation holds, whoever may read them. */
  Map<String, Long> held(OperationId operation) {
    Map<String, Long> held = new LinkedHashMap<>();
    jdbc.sql(HELD)
        .param("operation", operation.value())
        .query(row -> {
          held.put(row.getString("table_name"), row.getLong("held"));
        });
    return held;
  }

  /**
   * Writes all tables into an existing folder, as the transaction's member may read them.
   *
   * @return for each file its rows, bytes, digest and what was left out
   */
  List<Map<String, Object>> write(OperationId operation, Path folder, Map<String, Long> held) {
    List<Map<String, Object>> files = new ArrayList<>();
    for (Table table : tables()) {
      files.add(write(operation, folder, table, held));
    }
    return files;
  }

  private List<Table> tables() {
    return jdbc.sql(TABLES)
        .query((row, number) ->
            new Table(
                row.getString("name"),
                row.getBoolean("has_operation"),
                text(row.getString("columns")),
                text(row.getString("hidden")),
                text(row.getString("key"))))
        .list();
  }

  private Map<String, Object> write(
      OperationId operation, Path folder, Table table, Map<String, Long> held) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("table", table.name());
    if (table.columns().isEmpty()) {
      about.put("left_out", "the application may not read this table");
      about.put("rows_held", held.getOrDefault(table.name(), 0L));
      return about;
    }
    Path file = folder.resolve(table.name() + ".jsonl");
    MessageDigest digest = Sha256.digest();
    long[] rows = {0};
    try (OutputStream out = new DigestOutputStream(open(file), digest)) {
      jdbc.sql(statement(table))
          .param("operation", operation.value())
          .withFetchSize(FETCH_SIZE)
          .query(row -> {
            line(out, row.getString(1));
            rows[0]++;
          });
    } catch (IOException failed) {
      throw new CordonException(
          "could not write the export to " + file + ": " + failed.getMessage(), failed);
    }
    about.put("file", table.name() + ".jsonl");
    about.put("rows", rows[0]);
    about.put("sha256", HexFormat.of().formatHex(digest.digest()));
    if (held.containsKey(table.name()) && held.get(table.name()) > rows[0]) {
      about.put("rows_not_permitted", held.get(table.name()) - rows[0]);
    }
    if (!table.hidden().isEmpty()) {
      about.put("columns_left_out", table.hidden());
    }
    return about;
  }

  // Names come from the database's own catalogue, quoted there; values are bound.
  private static String statement(Table table) {
    String condition =
        table.hasOperation()
            ? "t.operation_id = :operation"
            : table.name().equals("operation")
                ? "t.id = :operation"
                : "cast(:operation as uuid) is not null";
    String order = table.key().isEmpty() ? table.columns() : table.key();
    return "select row_to_json(shown)::text from (select "
        + table.columns()
        + " from cordon."
        + table.name()
        + " t where "
        + condition
        + " order by "
        + order
        + ") shown";
  }

  private static OutputStream open(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static void line(OutputStream out, String json) {
    try {
      out.write(json.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException failed) {
      throw new CordonException("could not write the export: " + failed.getMessage(), failed);
    }
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }
}
