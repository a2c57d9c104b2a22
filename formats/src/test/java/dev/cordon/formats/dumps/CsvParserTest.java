package dev.cordon.formats.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvParserTest {

  @Test
  void delimiterAndMark_areFoundOut() throws IOException {
    Seen seen = read("\ufeffid;name\r\n1;a\r\n");
    assertThat(seen.headers).containsExactly("[id, name];");
    assertThat(seen.rows).containsExactly("[1, a]");
  }

  @Test
  void quotedFields_mayHoldEverything() throws IOException {
    Seen seen = read("id,text\n1,\"a,\"\"b\"\"\nc\"\n2,\"+SUM(1,1)\"\n");
    assertThat(seen.rows).containsExactly("[1, a,\"b\"\nc]", "[2, +SUM(1,1)]");
  }

  @Test
  void secondExport_withAnotherDelimiter_goesOn() throws IOException {
    Seen seen = read("id;name;x\n1;a;b\n\nid,name,x\n2,c,d\n");
    assertThat(seen.headers).hasSize(2);
    assertThat(seen.rows).containsExactly("[1, a, b]", "[2, c, d]");
  }

  @Test
  void unquotedLineBreak_isPutTogether() throws IOException {
    String whole = "1,a,x@mail.example\n2,b,y@mail.example\n3,c,z@mail.example\n";
    Seen seen =
        read("id,name,mail\n" + whole + "4,two\nlines,w@mail.example\n5,d,v@mail.example\n");
    assertThat(seen.rows)
        .hasSize(5)
        .contains("[4, two\nlines, w@mail.example]", "[5, d, v@mail.example]");
    assertThat(seen.broken).isEmpty();
  }

  @Test
  void shortLineBeforeAWholeOne_isBroken() throws IOException {
    Seen seen = read("id,name,x\n\"1,cut\"\n2,c,d\n3,e\n4,f,g\n5,h,i,j\n# remark\n");
    assertThat(seen.rows).containsExactly("[2, c, d]", "[4, f, g]");
    assertThat(seen.broken)
        .containsExactly(
            "2: has 1 columns, the header has 3",
            "4: has 2 columns, the header has 3",
            "6: has 4 columns, the header has 3",
            "7: is a remark, not a record");
  }

  @Test
  void quoteNeverClosed_breaksItsLineOnly() throws IOException {
    Seen seen = read("id,name\n1,\"open\n2,b\n3,c\n");
    assertThat(seen.broken).containsExactly("2: a quote is opened and never closed");
    assertThat(seen.rows).containsExactly("[2, b]", "[3, c]");
  }

  @Test
  void invalidUtf8_isReadAsWindows1252() throws IOException {
    Seen seen = read("id,name\n1,Sch\u00e4fer\n".getBytes(Charset.forName("windows-1252")));
    assertThat(seen.rows).containsExactly("[1, Sch\u00e4fer]*");
  }

  @Test
  void utf16_isRead() throws IOException {
    Seen seen = read("id,name\n1,\u00e6\ud83d\ude00\n".getBytes(StandardCharsets.UTF_16));
    assertThat(seen.rows).containsExactly("[1, \u00e6\ud83d\ude00]");
  }

  @Test
  void hugeLine_isBrokenNotHeld() throws IOException {
    Seen seen = read("id,name\n1," + "x".repeat(CsvParser.LINE_LIMIT_BYTES) + "\n2,b\n");
    assertThat(seen.broken.getFirst()).contains("longer than");
    assertThat(seen.rows).containsExactly("[2, b]");
  }

  @Test
  void utf16_keepsExactPlaces() throws IOException {
    byte[] csv = "\ufeffid,name\n1,\u00e6\n".getBytes(StandardCharsets.UTF_16LE);
    List<Position> places = new ArrayList<>();
    CsvParser.parse(
        new ByteArrayInputStream(csv),
        new Seen() {
          @Override
          public void row(CsvRow row) {
            places.add(row.position());
          }
        });
    assertThat(places).containsExactly(new Position(18, 2, 8));
    Seen bare = read("id,name\n1,b\n2,c\n".getBytes(StandardCharsets.UTF_16BE));
    assertThat(bare.rows).containsExactly("[1, b]", "[2, c]");
  }

  @Test
  void otherCharset_isToldAndRead() throws IOException {
    String csv = "id;nazwisko\n1;\u0141ukasz\n2;\u015awi\u0119tos\u0142awa\n";
    Seen seen = read(csv.getBytes(Charset.forName("ISO-8859-2")));
    assertThat(seen.charset).isEqualTo("ISO-8859-2");
    assertThat(seen.rows).containsExactly("[1, \u0141ukasz]", "[2, \u015awi\u0119tos\u0142awa]");
  }

  @Test
  void nameTwice_isNumbered() throws IOException {
    assertThat(read("id,mail,mail,Mail\n1,a,b,c\n").headers)
        .containsExactly("[id, mail, mail#2, Mail#3],");
  }

  @Test
  void noHeader_columnsAreCalledByNumber() throws IOException {
    Seen seen =
        read("17,a@mail.example,198.18.0.1\n18,b@mail.example,198.18.0.2\n19,c@mail.example,x\n");
    assertThat(seen.headers).containsExactly("[column 1, column 2, column 3],");
    assertThat(seen.rows).hasSize(3);
  }

  @Test
  void linesBeforeTheHeader_areBrokenNotLost() throws IOException {
    Seen seen = read("# Export\nsep=;\nStatement of 2024.\n\nid;amount\n1;12,50\n");
    assertThat(seen.rows).containsExactly("[1, 12,50]");
    assertThat(seen.broken).hasSize(3);
  }

  @Test
  void nulBytes_areSaid() throws IOException {
    List<String> remarks = new ArrayList<>();
    Seen seen =
        new Seen() {
          @Override
          public void row(CsvRow row) {
            remarks.add(String.valueOf(row.remark()));
          }
        };
    byte[] csv = "id,name\n1,a\0b\n\0\0\0\0\n2,c\n".getBytes(StandardCharsets.UTF_8);
    CsvParser.parse(new ByteArrayInputStream(csv), seen);
    assertThat(remarks).containsExactly("holds NUL bytes", "null");
    assertThat(seen.broken).containsExactly("3: holds nothing but NUL bytes");
  }

  @Test
  void quotesWrittenOtherwise_areRead() throws IOException {
    Seen seen = read("id,text\n1,\"a \\\"b\\\", c\"\n2, \"d, e\"\n");
    assertThat(seen.rows).containsExactly("[1, a \"b\", c]", "[2, d, e]");
  }

  @Test
  void carriageReturnsAlone_endLines() throws IOException {
    assertThat(read("id,name\r1,a\r2,b\r").rows).containsExactly("[1, a]", "[2, b]");
  }

  @Test
  void prose_isNoCsv() {
    assertThat(
            CsvSniffer.isCsv(
                "# Title\n\nSome text, more text.\nAnother line.\n"
                    .getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Property(tries = 300)
  void records_written_comeBack(
      @ForAll @Size(min = 3, max = 3) List<@StringLength(max = 30) String> values)
      throws IOException {
    String line =
        values.stream()
            .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(","));
    List<List<String>> all = new ArrayList<>();
    byte[] csv = ("alpha,beta,gamma\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
    CsvParser.parse(
        new ByteArrayInputStream(csv),
        new Seen() {
          @Override
          public void row(CsvRow row) {
            all.add(row.values());
          }
        });
    // A carriage return before a line feed is the line's end; a lone surrogate is no text.
    List<String> expected =
        values.stream()
            .map(
                value -> new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
            .map(value -> value.replace("\r\n", "\n"))
            .toList();
    assertThat(all).isEqualTo(List.of(expected));
  }

  private static Seen read(String csv) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static Seen read(byte[] csv) throws IOException {
    Seen seen = new Seen();
    CsvParser.parse(new ByteArrayInputStream(csv), seen);
    return seen;
  }

  static class Seen implements CsvHandler {

    final List<String> headers = new ArrayList<>();
    String charset = "";
    final List<String> rows = new ArrayList<>();
    final List<String> broken = new ArrayList<>();

    @Override
    public void charset(dev.cordon.formats.content.CharsetJudge.Verdict verdict) {
      charset = verdict.charset().name();
    }

    @Override
    public void header(CsvHeader header) {
      headers.add(header.columns() + "" + header.delimiter());
    }

    @Override
    public void row(CsvRow row) {
      rows.add(row.values() + (row.isWindows1252() ? "*" : ""));
    }

    @Override
    public void broken(Position position, String reason) {
      broken.add(position.line() + ": " + reason);
    }
  }
}
