package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1+1", "-1+1", "@a", "\t=1", "  =1", "\uff1d1", "\r=1", "+", "-a", "+45;x"
      })
  void formula_isTextInEveryCell(String formula) {
    assertThat(SafeCsv.cell(formula)).startsWith("\"'");
    assertThat(SafeCsv.value(formula).replace("\"", "")).startsWith("'");
  }

  @Test
  void signedNumber_staysOneForOtherPrograms() {
    assertThat(SafeCsv.value("+4512345678")).isEqualTo("+4512345678");
    assertThat(SafeCsv.value("-3.25")).isEqualTo("-3.25");
    assertThat(SafeCsv.cell("+4512345678")).isEqualTo("\"'+4512345678\"");
  }

  @Test
  void value_isQuotedWhereItMustBe() {
    assertThat(SafeCsv.value("a,\"b\"\n")).isEqualTo("\"a,\"\"b\"\"\n\"");
    assertThat(SafeCsv.value("plain")).isEqualTo("plain");
    assertThat(SafeCsv.value(null)).isEmpty();
  }

  /** Who quotes cells by hand has forgotten formulas once already. */
  @Test
  void nobodyElse_quotesCells() throws IOException {
    List<String> found;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> text(file).contains("replace(\"\\\"\", \"\\\"\\\"\")"))
              .map(file -> file.getFileName().toString())
              .sorted()
              .toList();
    }
    assertThat(found).contains("SafeCsv.java").isSubsetOf("SafeCsv.java", "RecordEngine.java");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
