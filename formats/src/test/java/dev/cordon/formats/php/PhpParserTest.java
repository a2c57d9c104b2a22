package dev.cordon.formats.php;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhpParserTest {

  @Test
  void nestedArray_isRead() {
    PhpValue value =
        parse("a:2:{s:1:\"k\";a:2:{s:2:\"ip\";s:10:\"198.18.0.1\";s:5:\"login\";i:17;}i:0;b:1;}");
    assertThat(value.text("k", "ip")).contains("198.18.0.1");
    assertThat(value.text("k", "login")).contains("17");
    assertThat(value.text("0")).contains("1");
    assertThat(value.text("none")).isEmpty();
  }

  @Test
  void object_isItsFields() {
    assertThat(parse("O:3:\"Foo\":1:{s:6:\"\0Foo\0b\";N;}").text("b")).contains("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:1:{i:0;s:99:\"x\";}",
        "a:99999999:{}",
        "a:1:{i:0;}",
        "x",
        "i:1",
        "s:3:\"ab\";",
        "a:1:{i:0;i:1;}rest",
        "s:-1:\"\";",
        "s:99999999999:\"\";"
      })
  void damagedValue_isRefused(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(FormatException.class);
  }

  @Test
  void deepNesting_isRefused() {
    String deep = "a:1:{i:0;".repeat(100) + "N;" + "}".repeat(100);
    assertThatThrownBy(() -> parse(deep)).hasMessageContaining("nested deeper");
  }

  @Property(tries = 200)
  void texts_written_comeBack(@ForAll List<String> texts) {
    StringBuilder php = new StringBuilder("a:" + texts.size() + ":{");
    for (int index = 0; index < texts.size(); index++) {
      String clean = clean(texts.get(index));
      int length = clean.getBytes(StandardCharsets.UTF_8).length;
      php.append("i:")
          .append(index)
          .append(";s:")
          .append(length)
          .append(":\"")
          .append(clean)
          .append("\";");
    }
    PhpValue value = parse(php + "}");
    for (int index = 0; index < texts.size(); index++) {
      assertThat(value.text(Integer.toString(index))).contains(clean(texts.get(index)));
    }
  }

  private static String clean(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static PhpValue parse(String text) {
    return PhpParser.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
