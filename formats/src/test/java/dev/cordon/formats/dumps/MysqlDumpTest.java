package dev.cordon.formats.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What writers of MySQL dumps do besides the plain case, each with a small dump of its own. */
class MysqlDumpTest {

  @Test
  void executableComments_areReadAsTheServerReadsThem() throws IOException {
    var seen =
        read(
            "/*!50000 INSERT INTO `t` VALUES (1) */;\n/*!99999 INSERT INTO `t` VALUES (2) */;\n"
                + "/*M!100100 INSERT INTO `t` VALUES (3) */;\nINSERT /*!50000 IGNORE */ INTO `t` VALUES (4);");
    assertThat(seen.rows).containsExactly("t[1]", "t[3]", "t[4]");
  }

  @Test
  void sandboxMark_isNoStatement() throws IOException {
    var seen = read("/*M!999999\\- enable the sandbox mode */ \nINSERT INTO `t` VALUES (1);");
    assertThat(seen.rows).containsExactly("t[1]");
  }

  @Test
  void delimiterBlocks_areSkippedWhole() throws IOException {
    var seen =
        read(
            "DELIMITER $$\nCREATE PROCEDURE p() BEGIN\n-- it's; $ here\nINSERT INTO `t` VALUES (1);\n"
                + "/* don't $$ */ SELECT \"$$\", 'a;\\'$$'; # it's $$\nEND$$\r\nDELIMITER ;\r\n"
                + "INSERT INTO `t` VALUES (2);");
    assertThat(seen.rows).containsExactly("t[2]");
  }

  @Test
  void viewPlaceholders_areNoTables() throws IOException {
    var seen =
        read(
            "/*!50001 CREATE TABLE `v` (\n `a` tinyint NOT NULL\n) ENGINE=MyISAM */;\n"
                + "-- Stand-in structure for view `w`\n-- (See below for the actual view)\n--\n"
                + "CREATE TABLE `w` (\n`a` int(11)\n);\nCREATE TABLE `t` (`a` int);\n");
    assertThat(seen.tables).extracting(DumpTable::name).containsExactly("t");
  }

  @Test
  void assignments_areARow() throws IOException {
    var seen =
        read(
            "INSERT INTO t SET a=1, `b` = 'x;y',c=NULL, d = 0xFF ON DUPLICATE KEY UPDATE a=2;\n"
                + "REPLACE INTO t SET a=5;INSERT INTO t VALUES (6);");
    assertThat(seen.rows.get(0)).startsWith("t[1, x;y, null, ");
    assertThat(seen.columns.get(0)).containsExactly("a", "b", "c", "d");
    assertThat(seen.rows.subList(1, 3)).containsExactly("t[5]", "t[6]");
  }

  @Test
  void modifiersAndTails_changeNoRow() throws IOException {
    var seen =
        read(
            "INSERT LOW_PRIORITY IGNORE t VALUES (1);REPLACE DELAYED INTO `t` VALUES (2);"
                + "INSERT INTO `into` VALUES (3);INSERT INTO t (a) VALUE (4) ON DUPLICATE KEY UPDATE a=VALUES(a);"
                + "INSERT INTO t PARTITION (p0, p1) VALUES (5);INSERT INTO t VALUES ROW(6), ROW(7);"
                + "INSERT INTO t SELECT * FROM u WHERE a IN (8);INSERT INTO t VALUES (9) AS n ON DUPLICATE KEY UPDATE a=n.a;");
    assertThat(seen.rows)
        .containsExactly("t[1]", "t[2]", "into[3]", "t[4]", "t[5]", "t[6]", "t[7]", "t[9]");
    assertThat(seen.broken).isEmpty();
  }

  @Test
  void emptyTuple_isARowOfDefaults() throws IOException {
    var seen =
        read(
            "CREATE TABLE `t` (`a` int, `b` int);INSERT INTO `t` () VALUES ();INSERT INTO t VALUES ();");
    assertThat(seen.rows).containsExactly("t[]", "t[null, null]");
    assertThat(seen.broken).isEmpty();
  }

  @Test
  void generatedColumns_mayBeLeftOut() throws IOException {
    String table =
        "CREATE TABLE `t` (`a` int, `s` int GENERATED ALWAYS AS (`a` + 1) STORED, `b` text DEFAULT 'AS (');";
    var seen =
        read(
            table
                + "INSERT INTO `t` VALUES (1,'x');INSERT INTO `t` VALUES (1,2,'y');INSERT INTO t VALUES (1);");
    assertThat(seen.columns).containsExactly(List.of("a", "b"), List.of("a", "s", "b"));
    assertThat(seen.broken).hasSize(1);
  }

  @Test
  void introducersAndLiterals_sayTheCharacterSet() throws IOException {
    byte[] dump =
        latin1(
            "SET NAMES utf8mb4;INSERT INTO t VALUES (_latin1 '\u00e6',_utf8mb4 0xC3A6,N'x',_binary '\u00ff\u00fe',"
                + "_koi8r X'CD',_utf16 0x00E6,b'0101',B'1',0b11,x'',_ucs2 'x');");
    var seen = read(dump);
    assertThat(seen.rows.getFirst()).startsWith("t[æ, æ, x, ÿþ, м, æ, \u0005, \u0001, \u0003, , ");
    assertThat(seen.bytes.getFirst().get(3)).containsExactly(0xFF, 0xFE);
  }

  @Test
  void binaryNames_giveEachColumnItsOwnCharacterSet() throws IOException {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    dump.writeBytes(
        latin1(
            "SET NAMES binary;CREATE TABLE `t` (`a` text CHARACTER SET koi8r, `b` text, `c` text COLLATE utf8mb4_bin"
                + " COMMENT 'CHARSET latin5') DEFAULT CHARSET=latin1;INSERT INTO `t` VALUES ('"));
    dump.writeBytes("м".getBytes(Charset.forName("KOI8-R")));
    dump.writeBytes(latin1("','\u00e6','"));
    dump.writeBytes("æ".getBytes(StandardCharsets.UTF_8));
    dump.writeBytes(latin1("');"));
    assertThat(read(dump.toByteArray()).rows).containsExactly("t[м, æ, æ]");
  }

  @Test
  void textNotInItsCharacterSet_isRepairedAndMarked() throws IOException {
    byte[] dump = latin1("SET NAMES utf8mb4;INSERT INTO t VALUES ('\u00e6','ok');");
    List<Boolean> repaired = new ArrayList<>();
    DumpParser.parse(
        new ByteArrayInputStream(dump),
        DumpLimits.STANDARD,
        new DumpParserTest.Seen() {
          @Override
          public void row(DumpRow row) {
            repaired.add(row.isRepaired(0));
            repaired.add(row.isRepaired(1));
            assertThat(row.text(0)).isEqualTo("æ");
            assertThat(row.bytes(0)).containsExactly(0xE6);
          }
        });
    assertThat(repaired).containsExactly(true, false);
  }

  @Test
  void noBackslashEscapes_areHeeded() throws IOException {
    var seen =
        read(
            "SET @saved=@@sql_mode, sql_mode='NO_BACKSLASH_ESCAPES,ANSI_QUOTES';\n"
                + "CREATE TABLE \"t\" (\"a\\\" int, b text);\nINSERT INTO \"t\" VALUES (1,'c:\\'),(2,'line\nINSERT INTO `t` ');\n"
                + "SET sql_mode=@saved;INSERT INTO t VALUES (3,'a\\'b');");
    assertThat(seen.rows)
        .containsExactly("t[1, c:\\]", "t[2, line\nINSERT INTO `t` ]", "t[3, a'b]");
    assertThat(seen.columns.getFirst()).containsExactly("a\\", "b");
  }

  @Test
  void rawLineFeedsOnceSeen_areContent() throws IOException {
    var seen =
        read(
            "INSERT INTO t VALUES (1,'a\nb');\nINSERT INTO t VALUES (2,'code:\nINSERT INTO `x` VALUES (1);');\n");
    assertThat(seen.rows).containsExactly("t[1, a\nb]", "t[2, code:\nINSERT INTO `x` VALUES (1);]");
  }

  @Test
  void databases_areNamedFromTheSecondOn() throws IOException {
    var seen =
        read(
            "CREATE DATABASE /*!32312 IF NOT EXISTS*/ `a;b` /*!40100 DEFAULT CHARACTER SET latin1 */;\nUSE `a;b`;\n"
                + "INSERT INTO `t` VALUES (1);INSERT INTO `a;b`.`t` VALUES (2);INSERT INTO `c`.`t` VALUES (3);"
                + "USE c;INSERT INTO t VALUES (4);USE `a;b`;INSERT INTO t VALUES (5);");
    assertThat(seen.rows).containsExactly("t[1]", "t[2]", "c.t[3]", "c.t[4]", "t[5]");
  }

  @Test
  void phpMyAdmin_isRead() throws IOException {
    var keyed = new ArrayList<List<String>>();
    var seen =
        new DumpParserTest.Seen() {
          @Override
          public void keyed(DumpTable table) {
            keyed.add(table.primaryKey());
          }
        };
    String dump =
        "-- phpMyAdmin SQL Dump\n-- version 5.2.1\n--\n-- Host: localhost\n\nSET SQL_MODE = \"NO_AUTO_VALUE_ON_ZERO\";\n"
            + "START TRANSACTION;\n\n--\n-- Database: `forum`\n--\n\n-- --------------------------------------------------------\n\n"
            + "CREATE TABLE `t` (\n  `id` int(11) NOT NULL,\n  `x` varchar(9) COLLATE utf8mb4_unicode_ci DEFAULT NULL\n)"
            + " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;\n\n"
            + "INSERT INTO `t` (`id`, `x`) VALUES\n(1, 'a -- b'),\n(2, 'it\\'s; --'),\n(-3, NULL);\n\n"
            + "ALTER TABLE `t`\n  ADD PRIMARY KEY (`id`,`x`(5)),\n  ADD KEY `x` (`x`);\nCOMMIT;\n";
    parse(dump.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), seen);
    assertThat(seen.rows).containsExactly("t[1, a -- b]", "t[2, it's; --]", "t[-3, null]");
    assertThat(keyed).containsExactly(List.of("id", "x"));
    assertThat(seen.broken).isEmpty();
  }

  @Test
  void adminer_isRead() throws IOException {
    var seen =
        read(
            "-- Adminer 4.8.1 MySQL 8.0.1 dump\n\nSET NAMES utf8;\nSET time_zone = '+00:00';\n\nDELIMITER ;;\n\n"
                + "DROP PROCEDURE IF EXISTS `p`;;\nCREATE PROCEDURE `p`() BEGIN INSERT INTO `t` VALUES (7); END;;\n\nDELIMITER ;\n\n"
                + "DROP TABLE IF EXISTS `t`;\nCREATE TABLE `t` (\n  `a` int NOT NULL,\n  `b` text,\n  PRIMARY KEY (`a`)\n) ENGINE=InnoDB;\n\n"
                + "INSERT INTO `t` (`a`, `b`) VALUES\n(1,\t'x'),\n(2,\t'1--2')\nON DUPLICATE KEY UPDATE `a` = VALUES(`a`), `b` = VALUES(`b`);\n\n-- 2026-01-01 00:00:00\n");
    assertThat(seen.rows).containsExactly("t[1, x]", "t[2, 1--2]");
  }

  @Test
  void commentsWithoutABlank_areNoneInsideAndOnesBetween() throws IOException {
    var seen =
        read(
            "--no blank; here's one\nINSERT INTO t VALUES (5--3, 1-- 2\n);\n--\nINSERT INTO t VALUES (1,2);");
    assertThat(seen.rows).containsExactly("t[5--3, 1]", "t[1, 2]");
  }

  @Test
  void brokenTupleInACrlfDump_endsAtTheNextTuple() throws IOException {
    var seen = read("INSERT INTO t VALUES\r\n(1,'a'x),\r\n(2,'b');\r\n");
    assertThat(seen.broken).hasSize(1);
    assertThat(seen.rows).containsExactly("t[2, b]");
  }

  @Test
  void namesInEveryQuoting_areRead() throws IOException {
    var seen =
        read(
            "CREATE TABLE `a``b` (`c,(d` int, `e``f` int, PRIMARY KEY (`c,(d`,`e``f`));INSERT INTO `a``b` VALUES (1,2);"
                + "INSERT INTO näme$1 VALUES (3);");
    assertThat(seen.tables.getFirst().columnNames()).containsExactly("c,(d", "e`f");
    assertThat(seen.tables.getFirst().primaryKey()).containsExactly("c,(d", "e`f");
    assertThat(seen.rows).containsExactly("a`b[1, 2]", "näme$1[3]");
  }

  @Test
  void sqliteTextDump_hasNoBackslashes() throws IOException {
    var seen =
        read(
            "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t(key TEXT, [b c] BLOB -- it's\n);\n"
                + "INSERT INTO t VALUES('c:\\',X'ff');\nINSERT OR REPLACE INTO \"t\" VALUES('line\nINSERT INTO `t` VALUES (9);',NULL);\n"
                + "CREATE TRIGGER x AFTER INSERT ON t BEGIN INSERT INTO t VALUES('no',CASE 1 WHEN 1 THEN 2 END); END;\n"
                + "INSERT INTO t VALUES('end',1);\nCOMMIT;\n");
    assertThat(seen.rows).hasSize(3);
    assertThat(seen.rows.get(1)).isEqualTo("t[line\nINSERT INTO `t` VALUES (9);, null]");
    assertThat(seen.tables.getFirst().columnNames()).containsExactly("key", "b c");
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static DumpParserTest.Seen read(String dump) throws IOException {
    return read(dump.getBytes(StandardCharsets.UTF_8));
  }

  private static DumpParserTest.Seen read(byte[] dump) throws IOException {
    return parse(dump, new DumpParserTest.Seen());
  }

  private static DumpParserTest.Seen parse(byte[] dump, DumpParserTest.Seen seen)
      throws IOException {
    DumpParser.parse(new ByteArrayInputStream(dump), DumpLimits.STANDARD, seen);
    return seen;
  }
}
