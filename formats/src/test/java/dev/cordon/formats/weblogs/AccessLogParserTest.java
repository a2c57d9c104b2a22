package dev.cordon.formats.weblogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogParserTest {

  private static final String GOOD =
      "198.18.0.1 - anna b [12/Mar/2024:02:25:54 +0100] \"GET /a?b=1 HTTP/1.1\" 200 5 \"-\" \"A \\\"q\\\" \\x22\"";

  @Test
  void request_isRead() throws IOException {
    List<AccessLogLine> lines = new ArrayList<>();
    List<String> broken = read(GOOD + "\n", lines);
    assertThat(broken).isEmpty();
    AccessLogLine line = lines.getFirst();
    assertThat(line.time().toInstant()).hasToString("2024-03-12T01:25:54Z");
    assertThat(line.user()).isEqualTo("anna b");
    assertThat(line.path()).isEqualTo("/a");
    assertThat(line.agent()).isEqualTo("A \\\"q\\\" \\x22");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nginx: worker process restarted",
        "- - - [-] \"-\" - - \"-\" \"-\"",
        "198.18.0.1 - - [12/Mar/2O24:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\"",
        "198.18.0.1 - - (12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\"",
        "198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\"tail\" \"A",
        "198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\" \"A\"",
        "198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"htt",
        "198.18.0.1 - - [31/Feb/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\"",
        "\0\0\0\0\0\0"
      })
  void damagedLine_isBroken(String line) throws IOException {
    List<AccessLogLine> lines = new ArrayList<>();
    List<String> broken = read(GOOD + "\n" + GOOD + "\n" + line + "\n", lines);
    assertThat(broken).hasSize(1);
    assertThat(lines).hasSize(2);
  }

  @Test
  void siteAndProxies_areToldApartFromTheAddress() throws IOException {
    String rest = " - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\"\n";
    List<AccessLogLine> lines = new ArrayList<>();
    assertThat(read("shop.example:443 2001:db8::7" + rest, lines)).isEmpty();
    assertThat(read("198.18.0.9, 198.18.0.1" + rest, lines)).isEmpty();
    assertThat(read("2001:db8::8" + rest, lines)).isEmpty();
    assertThat(lines)
        .extracting(AccessLogLine::host)
        .containsExactly("2001:db8::7", "198.18.0.9", "2001:db8::8");
    assertThat(lines.get(0).site()).isEqualTo("shop.example:443");
    assertThat(lines.get(1).forwardedFor()).isEqualTo("198.18.0.9, 198.18.0.1");
  }

  @Test
  void brokenRequests_areStillLines() throws IOException {
    String start = "198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] ";
    List<AccessLogLine> lines = new ArrayList<>();
    String log =
        start
            + "\"\\x16\\x03\\x01\\x02\" 400 166 \"-\" \"-\"\n"
            + start
            + "\"-\" 408 0 \"-\" \"-\"\n"
            + start
            + "\"\" 400 0 \"-\" \"-\"\n";
    assertThat(read(log, lines)).isEmpty();
    assertThat(lines).extracting(AccessLogLine::status).containsExactly(400, 408, 400);
    assertThat(lines.getFirst().path()).isEmpty();
  }

  @Test
  void hugeLine_isBrokenNotHeld() throws IOException {
    List<AccessLogLine> lines = new ArrayList<>();
    String huge = "x".repeat(AccessLogParser.LINE_LIMIT_BYTES + 1);
    assertThat(read(huge + "\n" + GOOD, lines).getFirst()).contains("longer than");
    assertThat(lines).hasSize(1);
  }

  private static List<String> read(String log, List<AccessLogLine> lines) throws IOException {
    List<String> broken = new ArrayList<>();
    AccessLogParser.parse(
        new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
        new AccessLogHandler() {
          @Override
          public void request(AccessLogLine line) {
            lines.add(line);
          }

          @Override
          public void broken(Position position, String reason) {
            broken.add(reason);
          }
        });
    return broken;
  }
}
