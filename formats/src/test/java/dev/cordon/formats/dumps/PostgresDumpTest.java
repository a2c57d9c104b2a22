package dev.cordon.formats.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.MediaKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL's dumps, each trait with a small dump of its own. */
class PostgresDumpTest {

  private static final String HEAD = "--\n-- PostgreSQL database dump\n--\n\n\\restrict token\n\n";

  @Test
  void copy_givesEachLineWithItsPlace() throws IOException {
    var seen = read("COPY public.t (a, b) FROM stdin;\n1\tx\n22\t\\N\n\\.\n\nSELECT 1;\n");
    assertThat(seen.rows).containsExactly("t[1, x]", "t[22, null]");
    assertThat(seen.columns.getFirst()).containsExactly("a", "b");
    int start = HEAD.length() + "COPY public.t (a, b) FROM stdin;\n1\tx\n".length();
    assertThat(seen.positions.get(1)).isEqualTo(new Position(start, 9, 6));
  }

  @Test
  void copyEscapes_areUndone() throws IOException {
    var seen =
        read(
            "COPY t (a, b) FROM stdin;\na\\tb\\nc\\\\d\\x41\\101\\.\\q\\b\\f\\v\\r\t\\\\N\n\t\n\\.\n");
    assertThat(seen.rows).containsExactly("t[a\tb\nc\\dAA.q\b\f\u000b\r, \\N]", "t[, ]");
  }

  @Test
  void copyInsideAnotherStatement_isNotEndedEarly() throws IOException {
    var seen =
        read(
            "COPY t (a) FROM stdin;\n\\.x\nINSERT INTO t VALUES (9);\n\\.\nINSERT INTO public.t VALUES (1);\n");
    assertThat(seen.rows).containsExactly("t[.x]", "t[INSERT INTO t VALUES (9);]", "t[1]");
  }

  @Test
  void copyWithWrongColumns_isBrokenAndTheNextLineIsRead() throws IOException {
    var seen = read("COPY t (a, b) FROM stdin;\n1\n1\t2\t3\n4\t5\n\\.\n");
    assertThat(seen.rows).containsExactly("t[4, 5]");
    assertThat(seen.broken).hasSize(2);
    assertThat(seen.broken.getFirst()).endsWith("has 1 values for 2 columns");
  }

  @Test
  void copyCutInALine_isBroken() throws IOException {
    var seen = read("COPY t (a, b) FROM stdin;\n1\t2\n3\t4");
    assertThat(seen.rows).containsExactly("t[1, 2]");
    assertThat(seen.broken.getFirst()).endsWith(ValueReader.CUT);
  }

  @Test
  void copyWithoutItsEnd_isSaidToBeCut() throws IOException {
    var seen = read("COPY t (a, b) FROM stdin;\n1\t2\n");
    assertThat(seen.rows).containsExactly("t[1, 2]");
    assertThat(seen.broken.getFirst()).endsWith("the dump ends before the end of the table's rows");
  }

  @Test
  void copyOptions_areHeeded() throws IOException {
    var seen =
        read(
            "COPY t (a, b) FROM stdin WITH DELIMITER '|' NULL 'none';\n1|none\nnone|2\n\\.\n"
                + "COPY o (a) FROM stdin WITH OIDS;\n77\tx\n\\.\nCOPY c (a, b) FROM stdin WITH CSV;\n1,\"2\n\\.\n");
    assertThat(seen.rows).containsExactly("t[1, null]", "t[null, 2]", "o[77, x]");
    assertThat(seen.columns.getLast()).containsExactly("oid", "a");
    assertThat(seen.broken).hasSize(1);
    assertThat(seen.broken.getFirst()).endsWith("is written by COPY as CSV");
  }

  @Test
  void carriageReturns_belongToTheLineEnd() throws IOException {
    String dump =
        HEAD + "COPY t (a, b) FROM stdin;\n1\tx\n2\t\\N\n\\.\nINSERT INTO t VALUES (3, 'z');\n";
    var seen = new DumpParserTest.Seen();
    parse(dump.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), seen);
    assertThat(seen.rows).containsExactly("t[1, x]", "t[2, null]", "t[3, z]");
  }

  @Test
  void strings_areReadAsTheSettingSays() throws IOException {
    var seen =
        read(
            "INSERT INTO t VALUES ('c:\\', E'a\\'b\\n\\u00e6\\x41', $$it's; $1$$, $q$a$$b$q$, 'x'::text, '{a,b}'::text[], "
                + "ARRAY[1,2], -1.5, B'0101', X'0A', NULL::numeric(1,2), true);"
                + "SET standard_conforming_strings = off;INSERT INTO t VALUES ('a\\'b');");
    assertThat(seen.rows.getFirst())
        .isEqualTo(
            "t[c:\\, a'b\næA, it's; $1, a$$b, x, {a,b}, ARRAY[1,2], -1.5, 0101, \n, NULL::numeric(1,2), true]");
    assertThat(seen.rows.getLast()).isEqualTo("t[a'b]");
    assertThat(seen.broken).isEmpty();
  }

  @Test
  void functionBodies_areSkippedWhole() throws IOException {
    var seen =
        read(
            "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $_$ it's; INSERT INTO t VALUES (1); $$ $_$;\n"
                + "CREATE OR REPLACE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (2); SELECT CASE WHEN true THEN 1 END; END;\n"
                + "COMMENT ON TABLE t IS E'it\\'s; \\\\';\n/* outer /* inner */ INSERT INTO t VALUES (3); */\n"
                + "INSERT INTO t VALUES (4);");
    assertThat(seen.rows).containsExactly("t[4]");
  }

  @Test
  void columnsNamedLikeKeywords_areColumns() throws IOException {
    var seen =
        read(
            "CREATE TABLE public.t (\n    key text NOT NULL,\n    index integer,\n    period text,\n"
                + "    \"a b\" timestamp with time zone DEFAULT '2001-01-01, (x'::timestamp with time zone,\n"
                + "    CONSTRAINT c CHECK ((index > 0)),\n    EXCLUDE USING gist (index WITH =)\n);\n");
    assertThat(seen.tables.getFirst().columnNames())
        .containsExactly("key", "index", "period", "a b");
  }

  @Test
  void inheritedColumns_standFirst() throws IOException {
    var seen =
        read(
            "CREATE TABLE public.p (a int, b text);CREATE TABLE s.c (d int, b text DEFAULT 'x') INHERITS (public.p);"
                + "INSERT INTO s.c VALUES (1, 'x', 3);CREATE TABLE public.q PARTITION OF public.p FOR VALUES FROM (0) TO (9);");
    assertThat(seen.columns.getFirst()).containsExactly("a", "b", "d");
    assertThat(seen.rows).containsExactly("s.c[1, x, 3]");
    assertThat(seen.tables.getLast().columnNames()).isEmpty();
  }

  @Test
  void connectedDatabases_areNamedFromTheSecondOn() throws IOException {
    var seen =
        read(
            "\\connect one\nINSERT INTO public.t VALUES (1);\n\\connect -reuse-previous=on \"dbname='two'\"\n"
                + "INSERT INTO public.t VALUES (2);SET search_path = other, pg_catalog;INSERT INTO t VALUES (3);\n\\c one\nINSERT INTO t VALUES (4);");
    assertThat(seen.rows).containsExactly("t[1]", "two.t[2]", "two.other.t[3]", "t[4]");
  }

  @Test
  void clientEncoding_isHeeded() throws IOException {
    String dump = HEAD + "SET client_encoding = 'WIN1251';\nCOPY t (a) FROM stdin;\nЖ\n\\.\n";
    var seen = new DumpParserTest.Seen();
    parse(dump.getBytes(Charset.forName("windows-1251")), seen);
    assertThat(seen.rows).containsExactly("t[Ж]");
  }

  @Test
  void byteaAndLargeObjects_areBytesAndJudged() throws IOException {
    String jpeg = "ffd8ffe000104a464946000101000001";
    var seen =
        read(
            "CREATE TABLE t (a bytea);COPY t (a) FROM stdin;\n\\\\x"
                + jpeg
                + "\n\\\\377\\\\330\\\\377\\\\340ab\\\\\\\\c12345678\n\\\\xff8\n\\.\n"
                + "SELECT pg_catalog.lo_open('16401', 131072);\nSELECT pg_catalog.lowrite(0, '\\x"
                + jpeg
                + "');\nSELECT pg_catalog.lo_close(0);\n");
    assertThat(seen.media).containsExactly(MediaKind.JPEG, MediaKind.JPEG, null, MediaKind.JPEG);
    assertThat(HexFormat.of().formatHex(seen.bytes.getFirst().getFirst())).isEqualTo(jpeg);
    assertThat(seen.bytes.get(1).getFirst()[6]).isEqualTo((byte) '\\');
    assertThat(seen.broken.getFirst()).endsWith("has an unexpected character in a bytea value");
    assertThat(seen.rows.getLast()).startsWith("pg_largeobject[16401, ");
  }

  @Test
  void keyBehindTheRows_isTold() throws IOException {
    List<DumpTable> keyed = new java.util.ArrayList<>();
    var seen =
        new DumpParserTest.Seen() {
          @Override
          public void keyed(DumpTable table) {
            keyed.add(table);
          }
        };
    parse(
        (HEAD
                + "CREATE TABLE public.t (a int, \"b,c\" int);\nALTER TABLE public.t OWNER TO o;\n"
                + "ALTER TABLE ONLY public.t\n    ADD CONSTRAINT \"PRIMARY KEY (x)\" PRIMARY KEY (a, \"b,c\");\n")
            .getBytes(StandardCharsets.UTF_8),
        seen);
    assertThat(keyed).hasSize(1);
    assertThat(keyed.getFirst().primaryKey()).containsExactly("a", "b,c");
    assertThat(seen.tables).hasSize(1);
  }

  @Test
  void dumpsOfTwoMakers_oneBehindTheOther_areBothRead() throws IOException {
    var seen =
        read(
            "INSERT INTO t VALUES ('c:\\');\n-- MySQL dump 10.13\nINSERT INTO `t` VALUES ('a\\'b');\n");
    assertThat(seen.rows).containsExactly("t[c:\\]", "t[a'b]");
  }

  private static DumpParserTest.Seen read(String dump) throws IOException {
    var seen = new DumpParserTest.Seen();
    parse((HEAD + dump).getBytes(StandardCharsets.UTF_8), seen);
    return seen;
  }

  private static void parse(byte[] dump, DumpHandler handler) throws IOException {
    DumpParser.parse(new ByteArrayInputStream(dump), DumpLimits.STANDARD, handler);
  }
}
