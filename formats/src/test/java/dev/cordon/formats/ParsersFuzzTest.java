package dev.cordon.formats;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.MediaJudge;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.php.PhpParser;
import dev.cordon.formats.returns.JsonListParser;
import dev.cordon.formats.weblogs.AccessLogHandler;
import dev.cordon.formats.weblogs.AccessLogLine;
import dev.cordon.formats.weblogs.AccessLogParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No input may throw anything but a {@link FormatException}. With JAZZER_FUZZ=1 one of these
 * fuzzes; without it the inputs found before run again. The long variant mutates seeds.
 */
class ParsersFuzzTest {

  private static final List<String> SEEDS =
      List.of(
          "CREATE TABLE `t` (`a` int, PRIMARY KEY (`a`)) CHARSET=utf8;\nINSERT INTO `t` VALUES (1,'x\\'y',0xFF,NULL),\n(2,_binary 'z',b'1',f('a'));\n",
          "-- PostgreSQL database dump\nCREATE TABLE s.t (a bytea, b text DEFAULT E'x\\'y') INHERITS (p);\nCOPY s.t (a, b) FROM stdin;\n\\\\xff\t\\N\na\\tb\t\\101\n\\.\nINSERT INTO t VALUES ('a', E'b\\n', $$c$$, 'x'::text, ARRAY[1]);\nSELECT pg_catalog.lowrite(0, '\\xff');\nCREATE FUNCTION f() BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END;\n",
          "/*!40101 SET NAMES sjis, SQL_MODE='ANSI' */;\nUSE `a`;\nDELIMITER ;;\nCREATE TRIGGER x BEGIN END;;\nDELIMITER ;\nINSERT INTO `t` SET a=1, b=_utf16 0x00E6;\nALTER TABLE `t` ADD PRIMARY KEY (`a`);\n/*!50001 CREATE TABLE `v` (`a` int) */;\n",
          "PRAGMA foreign_keys=OFF;\nCREATE TABLE t(a, [b c] INT DEFAULT (1));\nCREATE TRIGGER x BEGIN INSERT INTO t VALUES(1); END;\nINSERT INTO t VALUES(X'00','c:\\');\n",
          "id;name\n1;\"a\nb\"\n\nid,name\n2,c\n# x\n3\n,4\n",
          "198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\"\n",
          "{\"accounts\":[{\"a\":\"b\",\"logins\":[{\"ip\":\"1\"}],\"c\":[1,2,[3]]}]}",
          "a:2:{i:0;s:1:\"x\";s:1:\"k\";O:1:\"C\":1:{s:1:\"f\";d:1.5;}}");

  @FuzzTest
  void anyBytes(byte[] bytes) throws IOException {
    readAll(bytes);
  }

  @Test
  void seeds_areRead() throws IOException {
    for (String seed : SEEDS) {
      readAll(seed.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void mutatedSeeds_throwNothing() throws IOException {
    mutated(10_000, 8);
  }

  @Tag("long")
  @Test
  void mutatedSeedsLong_throwNothing() throws IOException {
    mutated(200_000, 7);
  }

  private static void mutated(int rounds, int seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes =
          SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8).clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        mutate(bytes, random);
      }
      readAll(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    }
  }

  private static void mutate(byte[] bytes, Random random) {
    int place = random.nextInt(bytes.length);
    String signs = "'\"\\,;(){}[]\n\0:|#-/*`0x";
    bytes[place] =
        random.nextBoolean()
            ? (byte) random.nextInt(256)
            : (byte) signs.charAt(random.nextInt(signs.length()));
  }

  private static void readAll(byte[] bytes) throws IOException {
    ContentJudge.judge(bytes);
    MediaJudge.judge(bytes, 0, bytes.length);
    DumpParser.parse(new ByteArrayInputStream(bytes), DumpLimits.STANDARD, new Nothing());
    CsvParser.parse(new ByteArrayInputStream(bytes), new Nothing());
    AccessLogParser.parse(new ByteArrayInputStream(bytes), new Nothing());
    JsonListParser.parse(new ByteArrayInputStream(bytes), element -> {});
    try {
      PhpParser.parse(bytes);
    } catch (FormatException refused) {
      // What damaged values are for.
    }
    PackedLimits limits = new PackedLimits(20, 1 << 16, 1 << 20, 3);
    try (UnpackedStream stream = UnpackedStream.of(new ByteArrayInputStream(bytes), limits)) {
      stream.readAllBytes();
    }
  }

  private static final class Nothing implements DumpHandler, CsvHandler, AccessLogHandler {

    @Override
    public void table(DumpTable table) {}

    @Override
    public void row(DumpRow row) {
      for (int index = 0; index < row.size(); index++) {
        row.text(index);
        row.bytes(index);
        row.media(index);
        row.isRepaired(index);
      }
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {}

    @Override
    public void header(CsvHeader header) {}

    @Override
    public void row(CsvRow row) {}

    @Override
    public void request(AccessLogLine line) {
      line.path();
      line.method();
    }

    @Override
    public void broken(Position position, String reason) {}
  }
}
