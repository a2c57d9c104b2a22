package dev.cordon.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackageTableTest {

  @Test
  void table_isReadAsItWasWritten_whateverItsCellsHold() {
    String signs = "'=+-@\t\r\n\",; aå\u05d0\ud83d\ude00٣0";
    Random random = new Random(7);
    PackageTable.Builder builder = new PackageTable.Builder("a", "b");
    List<List<String>> rows = new java.util.ArrayList<>();
    for (int row = 0; row < 5_000; row++) {
      List<String> cells = List.of(text(random, signs), text(random, signs));
      rows.add(cells);
      builder.add(cells.get(0), cells.get(1));
    }
    PackageTable read = PackageTable.read("t.csv", builder.bytes());
    assertThat(read.header()).containsExactly("a", "b");
    assertThat(read.rows()).isEqualTo(rows);
    assertThat(read.bytes()).isEqualTo(builder.bytes());
  }

  @Test
  void cell_thatCouldBeAFormula_isGuarded_andATelephoneNumberIsNot() {
    String text =
        new String(
            new PackageTable.Builder("a", "b", "c").add("=1+1", "+4512345678", null).bytes(),
            StandardCharsets.UTF_8);
    assertThat(text).isEqualTo("\"a\",\"b\",\"c\"\r\n\"'=1+1\",\"+4512345678\",\"\"\r\n");
  }

  @Test
  void table_thatIsMalformed_isRefusedWithItsRow() {
    for (String bad : new String[] {"a,b\nc\n", "a\n\"b\n", "a\n\"b\"c\n", "a\nb\"c\n"}) {
      assertThatThrownBy(() -> PackageTable.read("t.csv", bad.getBytes(StandardCharsets.UTF_8)))
          .hasMessageContaining("t.csv, row 2");
    }
    assertThatThrownBy(() -> PackageTable.read("t.csv", new byte[0]))
        .hasMessageContaining("no header");
    assertThatThrownBy(
            () -> PackageTable.read("t.csv", ",".repeat(200).getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("columns");
    assertThat(PackageTable.read("t.csv", "a,b\nc,\"d\"".getBytes(StandardCharsets.UTF_8)).rows())
        .containsExactly(List.of("c", "d"));
  }

  private static String text(Random random, String signs) {
    int[] points = signs.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
