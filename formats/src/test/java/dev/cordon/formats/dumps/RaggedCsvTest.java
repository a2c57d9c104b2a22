package dev.cordon.formats.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of another count of columns than the header: each broken at its place, none made up. */
class RaggedCsvTest {

  private static final String SIX = "a,b,c,d,e,f\n";

  @Test
  void shortLinesAlone_makeNoRecord() throws IOException {
    Told told = read(SIX + "1,2\n".repeat(40));
    assertThat(told.rows).isEmpty();
    assertThat(told.broken).hasSize(40);
    assertThat(told.broken.getFirst()).isEqualTo("2@12+4: has 2 columns, the header has 6");
    assertThat(told.broken.getLast()).isEqualTo("41@168+4: has 2 columns, the header has 6");
  }

  @Test
  void shortLinesAlone_areCsvAllTheSame() {
    assertThat(CsvSniffer.isCsv((SIX + "1,2\n".repeat(40)).getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(CsvSniffer.isCsv(SIX.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @Test
  void shortLinesAfterRecords_makeNoRecord() throws IOException {
    Told told = read(SIX + "1,2,3,4,5,6\n".repeat(9) + "1,2\n".repeat(5) + "1,2,3,4,5,6\n");
    assertThat(told.rows).hasSize(10);
    assertThat(told.broken).hasSize(5);
    Told words = read(SIX + "q,w,e,r,t,y\n".repeat(9) + "q,w\nq,w,e,r,t\n" + "q,w,e,r,t,y\n");
    assertThat(words.rows).hasSize(10);
    assertThat(words.broken).hasSize(2);
  }

  @Test
  void recordCutBeforeAnotherRecord_isNotMixedWithIt() throws IOException {
    String rows = "1,anna,a@mail.example\n2,ben,b@mail.example\n3,cleo,c@mail.example\n";
    Told told = read("id,name,mail\n" + rows + "4,dora\n5,e@mail.example\n6,f,f@mail.example\n");
    assertThat(told.rows).hasSize(4).noneMatch(row -> row.contains("dora"));
    assertThat(told.broken)
        .containsExactly(
            "5@78+7: has 2 columns, the header has 3", "6@85+17: has 2 columns, the header has 3");
  }

  @Test
  void longLines_areBroken() throws IOException {
    Told told = read("a,b\n1,2,3\n" + "4,5\n" + "6,7,8,9\n");
    assertThat(told.rows).containsExactly("3@10+4: [4, 5]");
    assertThat(told.broken)
        .containsExactly(
            "2@4+6: has 3 columns, the header has 2", "4@14+8: has 4 columns, the header has 2");
  }

  @Test
  void strayQuote_swallowsNoRecord() throws IOException {
    Told told = read("id,name\n1,\"open\n2,b\n3,\"c\"\n4,d\n");
    assertThat(told.rows).containsExactly("3@16+4: [2, b]", "4@20+6: [3, c]", "5@26+4: [4, d]");
    assertThat(told.broken).containsExactly("2@8+8: a quote is opened and never closed");
  }

  @Test
  void quotedTextOfManyLines_isOneRecord() throws IOException {
    String text = "x\n".repeat(1500) + "y";
    Told told = read("id,text\n1,\"" + text + "\"\n2,z\n");
    assertThat(told.rows).hasSize(2);
    assertThat(told.broken).isEmpty();
  }

  @Test
  void recordsInsideAQuotedText_areSaid() throws IOException {
    Told told = read("id,text\n1,\"said:\n2,forged\nend\"\n");
    assertThat(told.rows).hasSize(1);
    assertThat(told.remarks)
        .containsExactly("its quoted text holds lines that look like records of their own");
  }

  @Test
  void quotedTextWithAnotherCount_isBrokenAsAWhole() throws IOException {
    Told told = read("id,text,x\n1,\"two\nlines\"\n2,a,b\n");
    assertThat(told.broken)
        .containsExactly("2@10+14: has 2 columns, the header has 3, over 2 lines");
    assertThat(told.rows).containsExactly("4@24+6: [2, a, b]");
  }

  @Test
  void textBehindAQuote_isSaid() throws IOException {
    Told told = read("id,text\n1,\"a\"b\n");
    assertThat(told.rows).containsExactly("2@8+7: [1, ab]");
    assertThat(told.remarks).containsExactly("quotes are written in another way than CSV has them");
  }

  @Test
  void rowThatNamesSomeColumns_isARow() throws IOException {
    Told told = read(SIX + "a,b,c,other,words,here\n1,2,3,4,5,6\n");
    assertThat(told.headers).isEqualTo(1);
    assertThat(told.rows).hasSize(2);
  }

  @Test
  void delimiter_isTheOneTheRecordsHave() throws IOException {
    Told told = read("Amount, EUR;Date;Name, first;Mail, work;City, x\n" + "1;2;3;4;5\n".repeat(4));
    assertThat(told.columns).hasSize(5).contains("Date");
    assertThat(told.rows).hasSize(4);
  }

  @Test
  void headlessFileWithBrokenLines_isRead() throws IOException {
    String line = "17,a@mail.example,198.18.0.1\n";
    Told told = read(line.repeat(3) + "18,cut\n" + line.repeat(4) + "x\n" + line.repeat(9));
    assertThat(told.rows).hasSize(16);
    assertThat(told.broken).hasSize(2);
  }

  @Test
  void namesOfOtherProducts_areNames() throws IOException {
    assertThat(read("_id,$ref,name\n1,2,3\n").columns).containsExactly("_id", "$ref", "name");
    assertThat(read(",id,name\n0,1,a\n").columns).containsExactly("", "id", "name");
  }

  @Test
  void oneColumn_isRead() throws IOException {
    String mails = "a@mail.example\nb@mail.example\n\nc@mail.example\n";
    Told told = read("email\n" + mails + "x@mail.example,2\n");
    assertThat(told.columns).containsExactly("email");
    assertThat(told.rows).hasSize(3);
    assertThat(told.broken).containsExactly("6@52+17: has 2 columns, the header has 1");
    assertThat(read(mails).columns).containsExactly("column 1");
    assertThat(CsvSniffer.isCsv("Some\nwords\nin\nlines\n".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void emptyRecordOfTabs_isARecord() throws IOException {
    Told told = read("a\tb\tc\n1\t2\t3\n\t\t\n\n \n4\t5\t6\n");
    assertThat(told.rows).hasSize(3);
    assertThat(told.broken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void everyDelimiter_keepsTheBalance(String delimiter) throws IOException {
    String csv = "alpha,beta,gamma\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n".replace(",", delimiter);
    Told told = read(csv);
    assertThat(told.rows).hasSize(2);
    assertThat(told.broken).hasSize(2);
  }

  /** A line of a file: how many fields it has, whether one of them is quoted. */
  private record Drawn(int fields, boolean isQuoted) {

    String text(char delimiter) {
      StringBuilder line = new StringBuilder();
      for (int index = 0; index < fields; index++) {
        line.append(index == 0 ? "" : String.valueOf(delimiter));
        line.append(isQuoted && index == 0 ? "\"v" + delimiter + "w\"" : "v" + index);
      }
      return line.toString();
    }
  }

  @Provide
  Arbitrary<List<Drawn>> lines() {
    return Combinators.combine(Arbitraries.integers().between(0, 9), Arbitraries.of(true, false))
        .as(Drawn::new)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<Charset> charsets() {
    return Arbitraries.of(
        StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  }

  /** Against a naive reading: each line that is not empty is a row or broken, at its own place. */
  @Property(tries = 400)
  void everyLine_isToldAtItsPlace(
      @ForAll("lines") List<Drawn> lines,
      @ForAll("charsets") Charset charset,
      @ForAll boolean mark,
      @ForAll boolean windowsEnds)
      throws IOException {
    char delimiter = ",;\t|".charAt(lines.size() % 4);
    String end = windowsEnds ? "\r\n" : "\n";
    String header = "alpha,beta,gamma,delta,epsilon".replace(',', delimiter) + end;
    StringBuilder text = new StringBuilder(mark ? "\ufeff" : "").append(header);
    List<String> rows = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      Drawn drawn = lines.get(index);
      String line = drawn.text(delimiter) + end;
      int offset = text.toString().getBytes(charset).length;
      String place = (index + 2) + "@" + offset + "+" + line.getBytes(charset).length;
      text.append(line);
      if (drawn.fields == 5) {
        rows.add(place);
      } else if (drawn.fields > 0) {
        broken.add(place + ": has " + drawn.fields + " columns, the header has 5");
      }
    }
    Told told = read(text.toString().getBytes(charset));
    assertThat(told.broken).isEqualTo(broken);
    assertThat(told.rows.stream().map(row -> row.substring(0, row.indexOf(':')))).isEqualTo(rows);
  }

  private static Told read(String csv) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static Told read(byte[] csv) throws IOException {
    Told told = new Told();
    CsvParser.parse(new ByteArrayInputStream(csv), told);
    return told;
  }

  private static final class Told implements CsvHandler {

    private final List<String> rows = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private List<String> columns = List.of();
    private int headers;

    @Override
    public void header(CsvHeader header) {
      headers++;
      columns = header.columns();
    }

    @Override
    public void row(CsvRow row) {
      rows.add(place(row.position()) + ": " + row.values());
      if (row.remark() != null) {
        remarks.add(row.remark());
      }
    }

    @Override
    public void broken(Position position, String reason) {
      broken.add(place(position) + ": " + reason);
    }

    private static String place(Position position) {
      return position.line() + "@" + position.byteOffset() + "+" + position.lengthBytes();
    }
  }
}
