package dev.cordon.formats.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesParserTest {

  private final List<String> told = new ArrayList<>();

  @Test
  void lines_areTold() throws IOException {
    read("\ufeff{\"a\":1,\"in\":[{\"b\":2}]}\r\n\n{\"a\":3}\n".getBytes(StandardCharsets.UTF_8));
    assertThat(told).containsExactly("in 1 {b=2} at 3+24", " 1 {a=1} at 3+24", " 2 {a=3} at 28+8");
  }

  @Test
  void brokenLine_isToldAndTheNextIsRead() throws IOException {
    read("{\"a\":1}\n{\"a\":\n[1]\n{\"a\":2} x\n{\"a\":3}".getBytes(StandardCharsets.UTF_8));
    assertThat(told)
        .containsExactly(
            " 1 {a=1} at 0+8",
            "broken 2 at 8: is no longer JSON from byte 5 of the line",
            "broken 3 at 14: is not one JSON object",
            "broken 4 at 18: is no longer JSON from byte 8 of the line",
            " 5 {a=3} at 28+7");
  }

  @Test
  void numbersOfInnerLists_skipBrokenLines() throws IOException {
    read(
        "{\"l\":[{\"x\":1}]}\n{\"l\":[{\"x\":2}]\n{\"l\":[{\"x\":3}]}\n"
            .getBytes(StandardCharsets.UTF_8));
    assertThat(told).anyMatch(line -> line.startsWith("l 2 {x=3}"));
  }

  @Test
  void otherCharsets_areRead() throws IOException {
    read("{\"a\":\"\u00e6\"}\n{\"a\":\"x\"}\n".getBytes(StandardCharsets.UTF_16LE));
    read("{\"a\":\"Sch\u00e4fer\"}\n".getBytes(Charset.forName("windows-1252")));
    assertThat(told)
        .containsExactly(
            " 1 {a=\u00e6} at 0+20", " 2 {a=x} at 20+20", " 1 {a=Sch\u00e4fer} at 0+16");
  }

  @Test
  void hugeLine_isBrokenNotHeld() throws IOException {
    String huge = "{\"a\":\"" + "x".repeat(JsonLinesParser.LINE_LIMIT_BYTES) + "\"}\n{\"a\":1}\n";
    read(huge.getBytes(StandardCharsets.UTF_8));
    assertThat(told.getFirst()).startsWith("broken 1 at 0: the line is longer than");
    assertThat(told).hasSize(2);
  }

  private void read(byte[] json) throws IOException {
    JsonLinesParser.parse(
        new ByteArrayInputStream(json),
        new JsonHandler() {
          @Override
          public void element(JsonElement element) {
            Position at = element.position();
            told.add(
                element.list()
                    + " "
                    + element.number()
                    + " "
                    + element.fields()
                    + " at "
                    + at.byteOffset()
                    + "+"
                    + at.lengthBytes());
          }

          @Override
          public void brokenLine(long number, Position position, String reason) {
            told.add("broken " + number + " at " + position.byteOffset() + ": " + reason);
          }
        });
  }
}
