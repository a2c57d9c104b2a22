package dev.cordon.formats.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetJudgeTest {

  private static final String HEADER = "id;name;city\n";

  @ParameterizedTest
  @CsvSource({
    "windows-1252, Jörg Schäfer;Würzburg",
    "windows-1252, Søren Kjær;Ålborg",
    "windows-1252, François Lefèvre;Besançon",
    "ISO-8859-15, Jörg Schäfer;25 €",
    "ISO-8859-2, Małgorzata Wiśniewska;Łódź",
    "windows-1250, Příliš žluťoučký kůň;Plzeň",
    "ISO-8859-2, Kovács Győző Tűzoltó;Győr",
    "windows-1251, Наталья Иванова;Санкт-Петербург",
    "KOI8-R, Наталья Иванова;Санкт-Петербург",
    "windows-31j, 山田たろう;東京タワー",
    "UTF-8, Małgorzata;Łódź",
    "UTF-16LE, Małgorzata;Łódź",
    "UTF-16BE, Małgorzata;Łódź"
  })
  void charset_isFoundOut(String charset, String values) {
    byte[] text =
        (HEADER + "1;" + values + "\n2;" + values + "\n").getBytes(Charset.forName(charset));
    CharsetJudge.Verdict verdict = CharsetJudge.judge(text);
    assertThat(new String(text, verdict.charset())).contains(values).doesNotContain("\ufffd");
  }

  @Test
  void marks_leaveNoDoubt() {
    CharsetJudge.Verdict verdict =
        CharsetJudge.judge("\ufeffid\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(verdict.markBytes()).isEqualTo(2);
    assertThat(verdict.sure()).isTrue();
    assertThat(CharsetJudge.judge("id\n".getBytes(StandardCharsets.UTF_8)).sure()).isFalse();
  }
}
