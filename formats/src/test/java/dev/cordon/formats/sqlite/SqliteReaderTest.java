package dev.cordon.formats.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import dev.cordon.formats.content.MediaKind;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteReaderTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "512,UTF-8,0", "512,UTF-16le,1", "1024,UTF-16be,2", "2048,UTF-8,1", "4096,UTF-8,0",
    "4096,UTF-16le,2", "8192,UTF-8,2", "16384,UTF-16be,0", "32768,UTF-8,1", "65536,UTF-8,0"
  })
  void manyShapes_giveTheRowsSqliteGives(int pageBytes, String encoding, int vacuum)
      throws Exception {
    Path file = Databases.ofManyShapes(folder, pageBytes, encoding, vacuum);
    Rows rows = read(file);
    assertThat(rows.broken).isEmpty();
    assertThat(rows.lines).containsExactlyInAnyOrderElementsOf(Databases.rows(file));
    assertThat(rows.lines.size()).isGreaterThan(400);
  }

  @Test
  void vacuumedFile_givesTheSameRows() throws Exception {
    Path file = Databases.ofManyShapes(folder, 1024, "UTF-8", 0);
    List<String> before = read(file).lines;
    try (var connection = Databases.open(file);
        var statement = connection.createStatement()) {
      statement.execute("VACUUM");
    }
    assertThat(read(file).lines).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void numbersWithAFraction_areWrittenAsSqliteShowsThem() throws Exception {
    Path file =
        Databases.write(
            folder,
            "reals.db",
            List.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, at REAL, shown TEXT)",
                "INSERT INTO t (at) VALUES (1699999999.123), (1700000000), (12345678.5), (-98765432.25),"
                    + " (0.001), (26), (0.1), (1e14)",
                "UPDATE t SET shown = CAST(at AS TEXT)"));
    List<String> texts = new ArrayList<>();
    read(
        file,
        new Rows() {
          @Override
          public void row(DumpRow row) {
            texts.add(row.text(1));
            assertThat(row.text(1)).isEqualTo(row.text(2));
          }
        });
    assertThat(texts).hasSize(8).startsWith("1699999999.123", "1700000000.0");
  }

  @Test
  void manySmallRows_giveADeepTreeInOrder() throws Exception {
    Path file =
        Databases.write(
            folder,
            "deep.db",
            List.of(
                "PRAGMA page_size=512",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)"
                    + " INSERT INTO t SELECT i, i * 7 FROM n"));
    Rows rows = read(file);
    assertThat(rows.lines).hasSize(60_000);
    assertThat(rows.lines.get(59_999)).isEqualTo("t{id=60000, x=420000}");
    assertThat(rows.rowids.get(41)).isEqualTo(42);
  }

  @Test
  void positions_pointToTheCell() throws Exception {
    Path file =
        Databases.write(
            folder,
            "place.db",
            List.of("CREATE TABLE t (a)", "INSERT INTO t VALUES ('findme1'), ('findme2')"));
    Rows rows = read(file);
    byte[] bytes = Databases.bytes(file);
    for (int index = 0; index < 2; index++) {
      Position place = rows.positions.get(index);
      byte[] cell =
          Arrays.copyOfRange(
              bytes, (int) place.byteOffset(), (int) (place.byteOffset() + place.lengthBytes()));
      assertThat(new String(cell, StandardCharsets.ISO_8859_1)).endsWith("findme" + (index + 1));
      assertThat(place.line()).isZero();
    }
  }

  @Test
  void largeBlob_isDroppedWithDigestAndMedia() throws Exception {
    Path file =
        Databases.write(
            folder,
            "large.db",
            List.of(
                "CREATE TABLE t (a INTEGER PRIMARY KEY, b)",
                "INSERT INTO t VALUES (1, x'89504e470d0a1a0a' || zeroblob(3000000))",
                "UPDATE t SET b = CAST(b AS BLOB)",
                "INSERT INTO t VALUES (2, zeroblob(2000000))"));
    List<String> told = new ArrayList<>();
    read(
        file,
        new Rows() {
          @Override
          public void row(DumpRow row) {
            told.add(row.isDropped(1) + " " + row.length(1) + " " + row.media(1));
            told.add(HexFormat.of().formatHex(row.digest(1)));
          }
        });
    byte[] zeros = new byte[2_000_000];
    assertThat(told.get(0)).isEqualTo("true " + 3_000_008 + " " + MediaKind.PNG);
    assertThat(told.get(2)).isEqualTo("true 2000000 null");
    assertThat(told.get(3))
        .isEqualTo(
            HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(zeros)));
  }

  @Test
  void mediaInWideText_isFound() throws Exception {
    String uri = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4";
    Path file =
        Databases.write(
            folder,
            "wide.db",
            List.of(
                "PRAGMA encoding='UTF-16le'",
                "CREATE TABLE t (a)",
                "INSERT INTO t VALUES ('" + uri + "')"));
    Rows rows = read(file);
    assertThat(rows.lines).containsExactly("t{a='" + uri + "'}");
    assertThat(rows.media).containsExactly(MediaKind.DATA_URI);
  }

  @Test
  void virtualTablesAndFreePages_areSaid() throws Exception {
    Path file =
        Databases.write(
            folder,
            "said.db",
            List.of(
                "CREATE VIRTUAL TABLE words USING fts5(body)",
                "INSERT INTO words VALUES ('one two')",
                "CREATE TABLE gone (a)",
                "INSERT INTO gone VALUES (zeroblob(50000))",
                "DROP TABLE gone"));
    Rows rows = read(file);
    assertThat(rows.report.notes().toString())
        .contains("words is a virtual table")
        .contains("pages are out of use; deleted rows may still lie in them");
    assertThat(rows.lines).anyMatch(line -> line.startsWith("words_content{"));
  }

  @Test
  void writeAheadLog_isNamedAndNotApplied() throws Exception {
    Path file = folder.resolve("logged.db");
    try (var connection = Databases.open(file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("CREATE TABLE t (a)");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      statement.execute("INSERT INTO t VALUES (1)");
      Rows rows = read(file);
      assertThat(rows.lines).isEmpty();
      assertThat(rows.report.notes().toString()).contains("write-ahead log");
      assertThat(SqliteReader.notesBeside(file)).hasSize(1);
      assertThat(SqliteReader.notesBeside(file).getFirst()).contains("logged.db-wal lies beside");
    }
  }

  @Test
  void cutFile_givesWhatIsThereAndNamesTheRest() throws Exception {
    Path file = Databases.ofManyShapes(folder, 1024, "UTF-8", 0);
    byte[] whole = Databases.bytes(file);
    Rows rows = read(Arrays.copyOf(whole, whole.length / 2 + 100));
    assertThat(rows.report.notes().getFirst()).startsWith("the file is cut: it says it has");
    assertThat(rows.broken).isNotEmpty();
    assertThat(rows.broken.toString()).contains("lies beyond the file's");
    assertThat(Databases.rows(file)).containsAll(rows.lines);
    assertThat(rows.lines.size()).isGreaterThan(30);
  }

  @Test
  void noDatabase_isRefusedByName() {
    assertThatThrownBy(() -> read("SQLite format 3".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("header is missing or cut");
    byte[] page = new byte[512];
    System.arraycopy("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 0, page, 0, 16);
    page[16] = 3;
    assertThatThrownBy(() -> read(page))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("impossible page size, 768");
  }

  @Test
  void packedContentBeyondTheLimit_isRefusedByName() {
    assertThatThrownBy(
            () -> RandomBytes.inMemory(new ByteArrayInputStream(new byte[3 << 20]), 2 << 20))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("holds more than 2097152 bytes");
  }

  @Test
  void loopInATree_isBrokenOnce() throws Exception {
    Path file =
        Databases.write(
            folder,
            "loop.db",
            List.of(
                "PRAGMA page_size=512",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                    + " INSERT INTO t SELECT i, 'abcdef' FROM n"));
    byte[] bytes = Databases.bytes(file);
    int root = 512;
    assertThat(bytes[root]).isEqualTo((byte) 5);
    ByteBuffer.wrap(bytes).putInt(root + 8, 2);
    Rows rows = read(bytes);
    assertThat(rows.broken)
        .containsExactly("t@512: page 2 is used in two places; the rows on it are missing");
    assertThat(rows.lines.size()).isBetween(200, 299);
  }

  @Test
  void loopInAnOverflowChain_breaksTheRowOnly() throws Exception {
    Path file =
        Databases.write(
            folder,
            "chain.db",
            List.of(
                "PRAGMA page_size=512",
                "CREATE TABLE t (x)",
                "INSERT INTO t VALUES (zeroblob(5000)), ('after')"));
    byte[] bytes = Databases.bytes(file);
    int chained = 2 * 512;
    ByteBuffer.wrap(bytes).putInt(chained, 3);
    Rows rows = read(bytes);
    assertThat(rows.broken).hasSize(1);
    assertThat(rows.broken.getFirst()).endsWith("page 3 is used in two places");
    assertThat(rows.lines).containsExactly("t{x='after'}");
  }

  @Test
  @Timeout(120)
  void mutatedFiles_throwNothingAndEnd() throws Exception {
    mutate(10_000, 11);
  }

  @Tag("long")
  @Test
  void mutatedFilesLong_throwNothingAndEnd() throws Exception {
    mutate(1_000_000, 12);
  }

  private void mutate(int rounds, int seed) throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(Databases.bytes(Databases.ofFewRows(folder, 512, "UTF-8")));
    seeds.add(Databases.bytes(Databases.ofFewRows(folder, 1024, "UTF-16le")));
    seeds.add(Databases.bytes(Databases.ofFewRows(folder, 4096, "UTF-8")));
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
      for (int change = random.nextInt(12); change >= 0; change--) {
        int area = random.nextInt(3) == 0 ? 600 : bytes.length;
        int place = random.nextInt(Math.min(area, bytes.length));
        bytes[place] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) 0xFF;
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
      try {
        read(Arrays.copyOf(bytes, length));
      } catch (FormatException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }

  private static Rows read(Path file) throws IOException, SQLException {
    return read(file, new Rows());
  }

  private static Rows read(Path file, Rows rows) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      rows.report = SqliteReader.read(RandomBytes.of(channel), SqliteLimits.STANDARD, rows);
    }
    return rows;
  }

  private static Rows read(byte[] bytes) throws IOException {
    Rows rows = new Rows();
    RandomBytes memory = RandomBytes.inMemory(new ByteArrayInputStream(bytes), 1L << 30);
    rows.report = SqliteReader.read(memory, SqliteLimits.STANDARD, rows);
    return rows;
  }

  private static class Rows implements DumpHandler {

    final List<String> lines = new ArrayList<>();
    final List<Long> rowids = new ArrayList<>();
    final List<Position> positions = new ArrayList<>();
    final List<String> broken = new ArrayList<>();
    final List<MediaKind> media = new ArrayList<>();
    SqliteReport report;

    @Override
    public void table(DumpTable table) {}

    @Override
    public void row(DumpRow row) {
      TreeMap<String, String> values = new TreeMap<>();
      for (int index = 0; index < row.size(); index++) {
        String name = index < row.columns().size() ? row.columns().get(index) : "#" + index;
        values.put(name, value(row, index));
        media.add(row.media(index));
      }
      lines.add(row.table() + values);
      rowids.add(row.rowid().orElse(-1));
      positions.add(row.position());
    }

    private static String value(DumpRow row, int index) {
      return switch (row.kind(index)) {
        case NULL -> "null";
        case STRING -> "'" + row.text(index) + "'";
        case BINARY -> row.isDropped(index) ? "long" : HexFormat.of().formatHex(row.bytes(index));
        case BARE, EXPRESSION -> row.text(index);
      };
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {
      broken.add(table + "@" + position.byteOffset() + ": " + reason);
    }
  }
}
