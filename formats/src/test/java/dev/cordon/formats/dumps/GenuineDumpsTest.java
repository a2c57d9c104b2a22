package dev.cordon.formats.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dumps of small schemas as MariaDB 10.11's and PostgreSQL 15's own tools wrote them, read and
 * compared with what the servers themselves said the rows are (the files {@code *-rows*.txt}: a
 * line a row, values as hexadecimal digits of their UTF-8 text, of their bytes for binary columns).
 */
class GenuineDumpsTest {

  private static final Set<String> BINARY = Set.of("ip", "flags", "pic", "geo", "data");

  @ParameterizedTest
  @ValueSource(strings = {"mariadb-plain", "mariadb-hex-complete"})
  void twoDatabases_giveTheServersRows(String dump) throws IOException {
    Rows rows = read(dump);
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).containsExactlyInAnyOrderElementsOf(expected("mariadb-rows"));
    assertThat(rows.tables)
        .containsExactlyInAnyOrder(
            "users",
            "odd `name`",
            "empty_one",
            "big5_one",
            "ucs",
            "log",
            "forum.users",
            "forum.posts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mariadb-single", "mariadb-replace", "mariadb-binary"})
  void oneDatabase_givesTheServersRows(String dump) throws IOException {
    Rows rows = read(dump);
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).containsExactlyInAnyOrderElementsOf(ofShop("mariadb-rows"));
    assertThat(rows.repaired).isEmpty();
  }

  @Test
  void latin1_givesWhatTheServerHasInLatin1() throws IOException {
    Rows rows = read("mariadb-latin1");
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).containsExactlyInAnyOrderElementsOf(ofShop("mariadb-rows-latin1"));
    assertThat(rows.repaired).isEmpty();
  }

  @Test
  void noCharacterSetSaid_isRepairedByTheColumnsAndMarked() throws IOException {
    Rows rows = read("mariadb-ansi");
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).containsExactlyInAnyOrderElementsOf(ofShop("mariadb-rows-latin1"));
    assertThat(rows.repaired).contains("users.name", "odd `name`.select");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sjis", "big5", "gbk"})
  void charactersHoldingABackslash_endNoString(String charset) throws IOException {
    String dump = new String(bytes("mariadb-" + charset), StandardCharsets.ISO_8859_1);
    String named = "/*!40101 SET NAMES " + charset + " */;\n" + dump;
    Rows rows = new Rows();
    DumpParser.parse(
        new java.io.ByteArrayInputStream(named.getBytes(StandardCharsets.ISO_8859_1)),
        DumpLimits.STANDARD,
        rows);
    List<String> expected =
        expected("mariadb-rows").stream().filter(line -> line.startsWith("big5_one")).toList();
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy", "inserts", "column", "quoted", "nonstandard", "escape"})
  void postgres_givesTheServersRows(String form) throws IOException {
    Rows rows = read("postgres-" + form);
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).containsExactlyInAnyOrderElementsOf(ofShop("postgres-rows"));
    assertThat(rows.keyed).containsExactlyInAnyOrder("users", "empty_one", "od d.Ta\"ble.x");
    assertThat(rows.tables).contains("parted", "parent", "child", "none", "log");
  }

  @Test
  void postgresInLatin1_isRead() throws IOException {
    Rows rows = read("postgres-latin1");
    List<String> expected =
        expected("postgres-rows").stream()
            .filter(line -> line.startsWith("forum."))
            .map(line -> line.substring("forum.".length()))
            .toList();
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(rows.repaired).isEmpty();
  }

  @Test
  void postgresOfTwoDatabases_namesTheSecond() throws IOException {
    Rows rows = read("postgres-two");
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).containsExactlyInAnyOrderElementsOf(expected("postgres-rows"));
  }

  private static Rows read(String dump) throws IOException {
    Rows rows = new Rows();
    DumpParser.parse(new java.io.ByteArrayInputStream(bytes(dump)), DumpLimits.STANDARD, rows);
    return rows;
  }

  private static byte[] bytes(String dump) throws IOException {
    return resource(dump + ".sql");
  }

  private static List<String> expected(String name) throws IOException {
    return new String(resource(name + ".txt"), StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> ofShop(String name) throws IOException {
    return expected(name).stream().filter(line -> !line.startsWith("forum.")).toList();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = GenuineDumpsTest.class.getResourceAsStream("genuine/" + name)) {
      assertThat(stream).as(name).isNotNull();
      return stream.readAllBytes();
    }
  }

  private static final class Rows implements DumpHandler {

    private final List<String> tables = new ArrayList<>();
    private final List<String> keyed = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> repaired = new ArrayList<>();

    @Override
    public void table(DumpTable table) {
      tables.add(table.name());
    }

    @Override
    public void keyed(DumpTable table) {
      keyed.add(table.name());
    }

    @Override
    public void row(DumpRow row) {
      StringBuilder line = new StringBuilder(row.table());
      for (int index = 0; index < row.size(); index++) {
        String column = row.columns().get(index);
        if (column.equals("upper_name") && row.kind(index) == DumpRow.Kind.NULL) {
          continue;
        }
        line.append(' ').append(value(row, index, column));
        if (row.isRepaired(index) && !BINARY.contains(column)) {
          repaired.add(row.table() + "." + column);
        }
      }
      lines.add(line.toString());
    }

    private static String value(DumpRow row, int index, String column) {
      byte[] bytes = row.bytes(index);
      if (bytes == null) {
        return "NULL";
      }
      if (!BINARY.contains(column)) {
        String text = row.text(index);
        String shown = column.equals("ok") && text.equals("t") ? "true" : text;
        String whole = column.equals("ok") && text.equals("f") ? "false" : shown;
        bytes = whole.getBytes(StandardCharsets.UTF_8);
      }
      return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {
      broken.add(table + "@" + position.byteOffset() + ": " + reason);
    }
  }
}
