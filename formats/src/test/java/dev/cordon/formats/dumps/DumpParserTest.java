package dev.cordon.formats.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.MediaKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DumpParserTest {

  private static final String USERS =
      "CREATE TABLE `u` (\n  `id` int(11) NOT NULL,\n  `name` varchar(9) DEFAULT 'a,(b',\n"
          + "  `ip` binary(16),\n  PRIMARY KEY (`id`),\n  KEY `n` (`name`(3))\n"
          + ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n";

  @Test
  void table_givesColumnsKeyAndCharset() throws IOException {
    DumpTable table = read(USERS).tables.getFirst();
    assertThat(table.columnNames()).containsExactly("id", "name", "ip");
    assertThat(table.primaryKey()).containsExactly("id");
    assertThat(table.charset()).isEqualTo("utf8mb4");
  }

  @Test
  void extendedInsert_givesEachTupleWithItsPlace() throws IOException {
    Seen seen = read("INSERT INTO `u` VALUES (1,'a'),\n(2,'b');\nINSERT INTO u VALUES (3,'c');");
    assertThat(seen.rows).containsExactly("u[1, a]", "u[2, b]", "u[3, c]");
    assertThat(seen.positions.get(1)).isEqualTo(new Position(32, 2, 7));
  }

  @Test
  void escapes_areUndone() throws IOException {
    Seen seen = read("INSERT INTO `t` VALUES ('a\\'b''c\\\\d\\ne\\0f\\Zg',\"q\\\"q\",'');");
    assertThat(seen.rows).containsExactly("t[a'b'c\\d\ne\0f\u001ag, q\"q, ]");
  }

  @Test
  void binaryValues_areBytes() throws IOException {
    Seen seen = read("INSERT INTO `t` VALUES (0xC0A8,x'0a0B',_binary 'ab',b'101',NULL,-1.5e3);");
    assertThat(seen.bytes.getFirst().get(0)).containsExactly(0xC0, 0xA8);
    assertThat(seen.bytes.getFirst().get(1)).containsExactly(0x0A, 0x0B);
    assertThat(seen.bytes.getFirst().get(3)).containsExactly(5);
    assertThat(seen.rows.getFirst()).endsWith(", ab, \u0005, null, -1.5e3]");
  }

  @Test
  void rawBinary_losesNothing() throws IOException {
    byte[] start = "INSERT INTO `t` VALUES ('".getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[start.length + 5];
    System.arraycopy(start, 0, all, 0, start.length);
    byte[] tail = {(byte) 0xFF, (byte) 0xC6, '\'', ')', ';'};
    System.arraycopy(tail, 0, all, start.length, 5);
    assertThat(read(all).bytes.getFirst().getFirst()).containsExactly(0xFF, 0xC6);
  }

  @Test
  void columnList_namesTheValues() throws IOException {
    Seen seen = read(USERS + "INSERT INTO `u` (`name`, `id`) VALUES ('x',9);");
    assertThat(seen.columns).containsExactly(List.of("name", "id"));
  }

  @Test
  void comments_areNoRows() throws IOException {
    Seen seen =
        read(
            "/*M!999999\\- enable the sandbox mode */ \n-- INSERT INTO `t` VALUES (9);\n"
                + "/*!40101 SET NAMES latin1 */;\n# INSERT\n/* INSERT INTO `t` VALUES (8); */\n"
                + "DELIMITER ;;\nCREATE TRIGGER x BEGIN INSERT INTO `t` VALUES (7); END ;;\n"
                + "DELIMITER ;\nINSERT INTO `t` /* five */ VALUES (5) -- end\n;");
    assertThat(seen.rows).containsExactly("t[5]");
  }

  @Test
  void names_latin1_isRead() throws IOException {
    byte[] dump =
        "SET NAMES latin1;INSERT INTO `t` VALUES ('ø');".getBytes(Charset.forName("windows-1252"));
    assertThat(read(dump).rows).containsExactly("t[ø]");
  }

  @Test
  void secondDatabase_isNamed() throws IOException {
    Seen seen = read("USE `a`;\nINSERT INTO `t` VALUES (1);USE `b`;INSERT INTO `t` VALUES (2);");
    assertThat(seen.rows).containsExactly("t[1]", "b.t[2]");
  }

  @Test
  void cutInTheMiddleOfARow_isBrokenWithItsPlace() throws IOException {
    Seen seen = read("INSERT INTO `t` VALUES (1,'a'),\n(2,'b");
    assertThat(seen.rows).containsExactly("t[1, a]");
    assertThat(seen.broken).containsExactly("t@32: the dump ends in the middle of the row");
  }

  @Test
  void wrongNumberOfValues_isBrokenAndTheRestGoesOn() throws IOException {
    Seen seen = read(USERS + "INSERT INTO `u` VALUES (1,'a'),(2,'b',NULL);");
    assertThat(seen.broken.getFirst()).endsWith("has 2 values for 3 columns");
    assertThat(seen.rows).containsExactly("u[2, b, null]");
  }

  @Test
  void garbageInARow_isBrokenAndTheRestGoesOn() throws IOException {
    Seen seen = read("INSERT INTO `t` VALUES (1,'a'x,2),(3,'c',4);");
    assertThat(seen.broken).hasSize(1);
    assertThat(seen.rows).containsExactly("t[3, c, 4]");
  }

  @Test
  void statementInsideAnOpenString_endsTheRow() throws IOException {
    Seen seen = read("INSERT INTO `t` VALUES (1,'cut\nINSERT INTO `t` VALUES (2,'b');\n");
    assertThat(seen.broken.getFirst()).contains("another statement begins");
    assertThat(seen.rows).containsExactly("t[2, b]");
  }

  @Test
  void longValue_isDroppedWithLengthAndDigest() throws IOException {
    DumpLimits limits = new DumpLimits(64, 256, 10, 1024);
    List<String> told = new ArrayList<>();
    String dump = "INSERT INTO `t` VALUES (1,'" + "x".repeat(1000) + "',2);";
    DumpParser.parse(
        new ByteArrayInputStream(dump.getBytes(StandardCharsets.US_ASCII)),
        limits,
        new Seen() {
          @Override
          public void row(DumpRow row) {
            told.add(row.isDropped(1) + " " + row.length(1) + " " + row.text(1) + row.text(2));
            told.add(java.util.HexFormat.of().formatHex(row.digest(1)).substring(0, 8));
          }
        });
    assertThat(told).containsExactly("true 1000 null2", sha256Start("x".repeat(1000)));
  }

  @Test
  void mediaInValues_isFoundInEveryForm() throws IOException {
    String png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";
    String jpeg = "FFD8FFE000104A46494600010100000100010000FFDB0043000302020302020303030304";
    Seen seen =
        read(
            "INSERT INTO `t` VALUES ('"
                + png
                + "',0x"
                + jpeg
                + ",'<img src=\\\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAA\\\">','plain text, no picture');");
    assertThat(seen.media).containsExactly(MediaKind.PNG, MediaKind.JPEG, MediaKind.DATA_URI, null);
  }

  private static String sha256Start(String text) {
    try {
      byte[] digest =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(text.getBytes(StandardCharsets.US_ASCII));
      return java.util.HexFormat.of().formatHex(digest).substring(0, 8);
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Seen read(String dump) throws IOException {
    return read(dump.getBytes(StandardCharsets.UTF_8));
  }

  private static Seen read(byte[] dump) throws IOException {
    Seen seen = new Seen();
    DumpParser.parse(new ByteArrayInputStream(dump), DumpLimits.STANDARD, seen);
    return seen;
  }

  static class Seen implements DumpHandler {

    final List<DumpTable> tables = new ArrayList<>();
    final List<String> rows = new ArrayList<>();
    final List<List<byte[]>> bytes = new ArrayList<>();
    final List<List<String>> columns = new ArrayList<>();
    final List<Position> positions = new ArrayList<>();
    final List<String> broken = new ArrayList<>();
    final List<MediaKind> media = new ArrayList<>();

    @Override
    public void table(DumpTable table) {
      tables.add(table);
    }

    @Override
    public void row(DumpRow row) {
      List<String> values = new ArrayList<>();
      List<byte[]> raw = new ArrayList<>();
      for (int index = 0; index < row.size(); index++) {
        values.add(row.text(index));
        raw.add(row.bytes(index));
        media.add(row.media(index));
      }
      rows.add(row.table() + values);
      bytes.add(raw);
      columns.add(row.columns());
      positions.add(row.position());
    }

    @Override
    public void broken(String table, List<String> names, Position position, String reason) {
      broken.add(table + "@" + position.byteOffset() + ": " + reason);
    }
  }
}
