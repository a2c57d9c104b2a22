package dev.cordon.formats.weblogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogFormatTest {

  private static final Position START = new Position(0, 1, 0);

  @Test
  void nginxDirective_isRead() {
    LogFormat format =
        LogFormat.of(
            """
            log_format timed escape=default '$remote_addr - $remote_user [$time_local] '
                '"$request" $status $body_bytes_sent '
                '"$http_referer" "$http_user_agent" "$http_x_forwarded_for" $request_time $upstream_cache_status';\
            """);
    LogLine line =
        format.read(
            "2001:db8::1 - ann [12/Mar/2024:02:25:54 +0100] \"GET /a?b HTTP/2.0\" 200 17 \"-\""
                + " \"A \\x22b\\x22 \\xC3\\xA6\" \"198.18.0.1, 198.18.0.2\" 0.013 HIT",
            START);
    assertThat(line.field(LogField.ADDRESS)).isEqualTo("2001:db8::1");
    assertThat(line.field(LogField.AGENT)).isEqualTo("A \"b\" \u00e6");
    assertThat(line.field(LogField.FORWARDED_FOR)).isEqualTo("198.18.0.1, 198.18.0.2");
    assertThat(line.field(LogField.REFERER)).isNull();
    assertThat(line.fields()).containsEntry("upstream_cache_status", "HIT");
    assertThat(String.valueOf(line.time())).isEqualTo("2024-03-12T02:25:54+01:00");
  }

  @Test
  void apacheDirective_isRead() {
    LogFormat format =
        LogFormat.of(
            "LogFormat \"%v:%p %h %l %u %t \\\"%r\\\" %>s %O \\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\" %D\" vhost");
    LogLine line =
        format.read(
            "shop.example:443 198.18.0.1 - - [12/Mar/2024:02:25:54 +0000] \"GET /\\\"x HTTP/1.1\" 404 9"
                + " \"https://a.example/\" \"Agent/1\" 1234",
            START);
    assertThat(line.field(LogField.HOST)).isEqualTo("shop.example");
    assertThat(line.field(LogField.REQUEST)).isEqualTo("GET /\"x HTTP/1.1");
    assertThat(line.field(LogField.DURATION)).isEqualTo("1234");
  }

  @Test
  void otherTimes_areRead() {
    assertThat(
            LogFormat.of("$time_iso8601 $remote_addr")
                .read("2024-03-12T02:25:54+00:00 ::1", START)
                .time())
        .isNotNull();
    assertThat(LogFormat.of("$msec $remote_addr").read("1710206754.123 ::1", START).time())
        .hasToString("2024-03-12T01:25:54.123Z");
  }

  @Test
  void formatThatCannotBeRead_isRefused() {
    for (String bad :
        List.of(
            "",
            "plain",
            "$a$b",
            "$ ",
            "%{x",
            "%",
            "log_format x;",
            "LogFormat x",
            "x".repeat(9000))) {
      assertThatThrownBy(() -> LogFormat.of(bad)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void linesThatDoNotFit_areBroken() throws IOException {
    LogFormat format = LogFormat.of("$remote_addr [$time_local] \"$request\" $status");
    List<String> told = new ArrayList<>();
    String log =
        """
        198.18.0.1 [12/Mar/2024:02:25:54 +0100] "GET / HTTP/1.1" 200
        198.18.0.1 [12/Mar/2024:02:25:54 +0100] "GET / HTTP/1.1

        198.18.0.1 [12/Mar/2024:02:25:54 +0100] "GET / HTTP/1.1" 200 more
        """;
    FormattedLogParser.parse(stream(log), format, seen(told));
    assertThat(told)
        .containsExactly(
            "line 0", "61: is cut in request", "117: is empty", "118: has no readable status");
  }

  @Test
  void w3cLog_isRead() throws IOException {
    List<LogLine> lines = new ArrayList<>();
    List<String> told = new ArrayList<>();
    String log =
        """
        #Software: Microsoft Internet Information Services 10.0
        1 2 3
        #Fields: date time c-ip cs-username cs-method cs-uri-stem sc-status cs(User-Agent)
        2024-03-12 01:25:54 198.18.0.1 - GET /a 200 Mozilla/5.0+(X11)
        2024-03-12 01:25:54 198.18.0.1 -
        #Fields: time c-ip
        01:25:55 2001:db8::1
        """;
    W3cLogParser.parse(
        stream(log),
        new LogHandler() {
          @Override
          public void line(LogLine line) {
            lines.add(line);
          }

          @Override
          public void broken(Position position, String reason) {
            told.add(reason);
          }
        });
    assertThat(lines.get(0).time()).hasToString("2024-03-12T01:25:54Z");
    assertThat(lines.get(0).field(LogField.AGENT)).isEqualTo("Mozilla/5.0 (X11)");
    assertThat(lines.get(1).time()).isNull();
    assertThat(lines.get(1).timeText()).isEqualTo("01:25:55");
    assertThat(told)
        .containsExactly(
            "stands before any line that names the fields", "has 4 fields, 8 are named");
  }

  @Test
  void unknownFormat_isProposedFromSamples() {
    List<String> lines = new ArrayList<>();
    for (int index = 10; index < 40; index++) {
      lines.add(
          "2024-03-12T01:25:%d+00:00 shop.example 198.18.0.%d POST /login 302 0.0%d \"Mozilla/5.0 (X11)\" -"
              .formatted(index, index, index));
    }
    lines.add("started");
    LogProposal proposal = LogProposal.of(lines).orElseThrow();
    assertThat(proposal.columns())
        .extracting(LogProposal.Column::field)
        .containsExactly(
            LogField.TIME,
            LogField.HOST,
            LogField.ADDRESS,
            LogField.METHOD,
            LogField.PATH,
            LogField.STATUS,
            LogField.DURATION,
            LogField.AGENT,
            LogField.OTHER);
    LogLine line = proposal.format().read(lines.getFirst(), START);
    assertThat(line.field(LogField.ADDRESS)).isEqualTo("198.18.0.10");
    assertThat(line.time()).isNotNull();
    assertThat(proposal.columns().getFirst().reason()).contains("30 of 30");
    assertThat(LogProposal.of(List.of("one", "two words", "and three words"))).isEmpty();
  }

  @Test
  void mutatedFormatsAndLines_areRefusedByName() {
    Random random = new Random(9);
    String line =
        "198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"A\\x22\"";
    String format = "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" $a [$time_local]";
    for (int round = 0; round < 10_000; round++) {
      String changedFormat = mutated(format, random);
      String changedLine = mutated(line, random);
      LogProposal.of(List.of(changedLine, line, changedLine));
      try {
        LogFormat.of(changedFormat).read(changedLine, START);
      } catch (FormatException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int change = random.nextInt(5); change >= 0; change--) {
      changed.setCharAt(
          random.nextInt(changed.length()), "%{}$\"\\[]> x^-".charAt(random.nextInt(13)));
    }
    return changed.substring(0, random.nextInt(changed.length() + 1));
  }

  private static LogHandler seen(List<String> told) {
    return new LogHandler() {
      @Override
      public void line(LogLine line) {
        told.add("line " + line.position().byteOffset());
      }

      @Override
      public void broken(Position position, String reason) {
        told.add(position.byteOffset() + ": " + reason);
      }
    };
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void directive_readsLinesAlike() {
    String line =
        "198.18.0.7 | [01/Mar/2024:10:00:00 +0000] | \"GET /x HTTP/1.1\" | 200 | 0.12 | \"Agent/1 (x)\"";
    LogFormat proposed = LogProposal.of(List.of(line, line, line)).orElseThrow().format();
    LogFormat again = LogFormat.of(proposed.directive());
    Position place = new Position(0, 1, line.length());

    assertThat(again.directive()).isEqualTo(proposed.directive());
    assertThat(again.read(line, place).time()).isEqualTo(proposed.read(line, place).time());
    assertThat(again.read(line, place).field(LogField.ADDRESS)).isEqualTo("198.18.0.7");
    assertThat(again.read(line, place).fields()).hasSameSizeAs(proposed.read(line, place).fields());
  }
}
