package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows written in another way, under other names: the same products and counts. */
class DumpVariantsTest {

  private static final Map<String, String> PREFIXES = Map.of("shop", "wp_", "forum", "phpbb_");

  @TempDir Path folder;

  /** Per table without its prefix the counts, the records of each kind, the products. */
  private record Outcome(Map<String, String> tables, Map<String, Long> kinds, String products) {}

  @ParameterizedTest
  @ValueSource(strings = {"shop", "forum"})
  void variants_giveTheSame(String name) throws IOException {
    byte[] genuine = Files.readAllBytes(IntakeTest.PLATFORM.resolve(name + ".sql"));
    Outcome expected = outcome("genuine", name, genuine);
    assertThat(expected.products()).isNotEmpty();
    String text = new String(genuine, StandardCharsets.ISO_8859_1);
    String prefix = PREFIXES.get(name);
    check(expected, "renamed", name, text.replace("`" + prefix, "`zz9_"));
    check(expected, "unprefixed", name, text.replace("`" + prefix, "`"));
    check(expected, "capitals", name, text.replace("`" + prefix, "`X_1_"));
    Written written = Written.of(genuine);
    check(expected, "single", name, written.inserts(false, false));
    check(expected, "complete", name, written.inserts(true, false));
    check(expected, "hex", name, written.inserts(true, true));
    check(expected, "postgres", name, written.copies());
    check(
        expected, "database", name, "-- MySQL dump\n\nCREATE DATABASE `odd`;\nUSE `odd`;\n" + text);
  }

  private void check(Outcome expected, String variant, String name, String dump)
      throws IOException {
    Outcome found = outcome(variant, name, dump.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(found.products()).as(variant).isEqualTo(expected.products());
    assertThat(found.kinds()).as(variant).isEqualTo(expected.kinds());
    assertThat(found.tables()).as(variant).isEqualTo(expected.tables());
  }

  private Outcome outcome(String variant, String name, byte[] dump) throws IOException {
    TakenFiles files = new TakenFiles(Files.createDirectory(folder.resolve(variant)));
    files.know("sources:\n  " + name + ".sql: {zone: Europe/Berlin}\n");
    SourceReport report = files.taken(name + ".sql", dump);
    Map<String, String> tables = new LinkedHashMap<>();
    for (Balance balance : report.balances()) {
      if (balance.rowsIn() > 0) {
        tables.put(
            balance
                .name()
                .replaceFirst("^[^/]*/", "")
                .replaceFirst("^public\\.", "")
                .replaceFirst("^(" + PREFIXES.get(name) + "|zz9_|X_1_)", ""),
            balance.rowsIn()
                + "="
                + balance.stored()
                + "+"
                + balance.quarantined()
                + "+"
                + balance.duplicates());
      }
    }
    return new Outcome(
        tables,
        VaultEditions.find(files.vault(), report.id()).orElseThrow().records().kinds(),
        report.form());
  }

  /** A dump's tables and rows, to be written in other ways. Bytes stand one by one for letters. */
  private static final class Written implements DumpHandler {

    private final Map<String, DumpTable> tables = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** A row's values as bytes one by one; null is null. */
    private record Row(
        String table, List<String> columns, List<String> values, List<Boolean> bare) {}

    static Written of(byte[] dump) throws IOException {
      Written written = new Written();
      DumpParser.parse(new ByteArrayInputStream(dump), DumpLimits.STANDARD, written);
      return written;
    }

    @Override
    public void table(DumpTable table) {
      tables.put(table.name(), table);
    }

    @Override
    public void row(DumpRow row) {
      List<String> values = new ArrayList<>();
      List<Boolean> bare = new ArrayList<>();
      for (int place = 0; place < row.size(); place++) {
        byte[] bytes = row.bytes(place);
        values.add(bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1));
        bare.add(row.kind(place) == DumpRow.Kind.BARE);
      }
      rows.add(new Row(row.table(), List.copyOf(row.columns()), values, bare));
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {
      throw new IllegalStateException(table + " " + reason);
    }

    /** One statement a row, as with --skip-extended-insert. */
    String inserts(boolean complete, boolean hex) {
      StringBuilder text = new StringBuilder("-- MySQL dump\n/*!40101 SET NAMES utf8mb4 */;\n");
      tables.values().forEach(table -> text.append(definition(table, "`", "")));
      for (Row row : rows) {
        String names = complete ? " (`" + String.join("`, `", row.columns()) + "`)" : "";
        text.append("INSERT INTO `").append(row.table()).append('`').append(names);
        List<String> literals = new ArrayList<>();
        for (int place = 0; place < row.values().size(); place++) {
          literals.add(literal(row.values().get(place), row.bare().get(place), hex));
        }
        text.append(" VALUES (").append(String.join(",", literals)).append(");\n");
      }
      return text.toString();
    }

    private static String literal(String value, boolean bare, boolean hex) {
      if (value == null) {
        return "NULL";
      }
      if (bare) {
        return value;
      }
      boolean isText = value.chars().allMatch(sign -> sign >= ' ' && sign < 127);
      if (hex && !isText) {
        return "0x" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.ISO_8859_1));
      }
      return "'"
          + value
              .replace("\\", "\\\\")
              .replace("'", "''")
              .replace("\n", "\\n")
              .replace("\r", "\\r")
              .replace("\0", "\\0")
          + "'";
    }

    private static String definition(DumpTable table, String quote, String schema) {
      String columns =
          table.columns().stream()
              .map(column ->
                  quote + column.name() + quote + " " + (schema.isEmpty() ? column.type() : "text"))
              .collect(Collectors.joining(",\n  "));
      String key =
          table.primaryKey().isEmpty()
              ? ""
              : ",\n  PRIMARY KEY ("
                  + table.primaryKey().stream()
                      .map(name -> quote + name + quote)
                      .collect(Collectors.joining(", "))
                  + ")";
      return "CREATE TABLE "
          + schema
          + quote
          + table.name()
          + quote
          + " (\n  "
          + columns
          + key
          + "\n);\n";
    }

    /** As pg_dump writes plain text. */
    String copies() {
      StringBuilder text =
          new StringBuilder("-- PostgreSQL database dump\nSET client_encoding = 'UTF8';\n");
      tables.values().forEach(table -> text.append(definition(table, "\"", "public.")));
      String open = "";
      for (Row row : rows) {
        if (!open.equals(row.table())) {
          text.append(open.isEmpty() ? "" : "\\.\n");
          open = row.table();
          text.append("COPY public.\"" + open + "\" (\"" + String.join("\", \"", row.columns()))
              .append("\") FROM stdin;\n");
        }
        text.append(
                row.values().stream()
                    .map(value -> value == null ? "\\N" : copied(value))
                    .collect(Collectors.joining("\t")))
            .append('\n');
      }
      return text.append("\\.\n").toString();
    }

    private static String copied(String value) {
      return Objects.requireNonNull(value)
          .replace("\\", "\\\\")
          .replace("\t", "\\t")
          .replace("\n", "\\n")
          .replace("\r", "\\r");
    }
  }
}
