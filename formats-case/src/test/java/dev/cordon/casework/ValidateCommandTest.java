package dev.cordon.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void validFile_endsWithZero() throws IOException {
    assertThat(run(file("investigative_action_PASS"), "--json")).isZero();
    assertThat(out.toString())
        .startsWith("{\"conforms\":true,\"version\":\"1.4.0\",\"triples\":")
        .endsWith(",\"findings\":0}" + System.lineSeparator());
  }

  @Test
  void invalidFile_endsWithOneAndSaysWhere() throws IOException {
    assertThat(run(file("investigative_action_XFAIL"), "--json")).isEqualTo(1);
    assertThat(out.toString().lines())
        .hasSize(3)
        .first()
        .asString()
        .contains("\"severity\":\"violation\"", "exhibitNumber");
    assertThat(run(file("investigative_action_XFAIL"))).isEqualTo(1);
    assertThat(out.toString()).contains("violation Datatype at ", "does NOT conform");
  }

  @Test
  void badInput_endsWithTwo() throws IOException {
    assertThat(run(folder.resolve("none.jsonld").toString())).isEqualTo(2);
    assertThat(run(folder.toString())).isEqualTo(2);
    Path broken = Files.writeString(folder.resolve("broken.jsonld"), "{");
    assertThat(run(broken.toString())).isEqualTo(2);
    assertThat(run(file("device"), "--fail-on", "everything")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("can not be read", "not JSON-LD", "'everything'");
  }

  private String file(String example) throws IOException {
    return Files.write(folder.resolve(example), CaseValidatorTest.example(example)).toString();
  }

  private int run(String... arguments) {
    CommandLine line = ValidateCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
