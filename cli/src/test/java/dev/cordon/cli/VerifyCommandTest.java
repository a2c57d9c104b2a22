package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.merkle.LogWriter;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

  private static final NoteSigner SIGNER = NoteSigner.generate("log.example");

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void ledger() throws IOException {
    LogWriter writer = LogWriter.open(directory, SIGNER);
    for (int number = 0; number < 300; number++) {
      writer.append(new byte[] {(byte) number});
    }
    writer.publish();
    Files.writeString(directory.resolve("key"), SIGNER.key().text() + "\n");
  }

  @Test
  void ledger_thatIsWhole_verifies() {
    assertThat(run(directory.toString())).isZero();
    assertThat(out.toString()).contains("held    root", "300 entries", "verified");
    assertThat(err.toString()).contains("the key was taken from");
  }

  @Test
  void ledger_withGivenKey_verifiesWithoutANote() {
    assertThat(run(directory.toString(), "--key", SIGNER.key().text())).isZero();
    assertThat(run(directory.toString(), "--key", directory.resolve("key").toString())).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void ledger_thatWasChanged_fails_andNamesTheCheck() throws IOException {
    Path entries = directory.resolve("tile/entries/000");
    byte[] bytes = Files.readAllBytes(entries);
    bytes[2] ^= 1;
    Files.write(entries, bytes);

    assertThat(run(directory.toString(), "--json")).isEqualTo(1);
    assertThat(List.of(out.toString().split("\n")).getLast())
        .startsWith("{\"check\":\"tile\",\"held\":false,\"detail\":\"tile/0/000: hash 0");
  }

  @Test
  void ledger_ofAnotherKey_fails() {
    String other = NoteSigner.generate("log.example").key().text();

    assertThat(run(directory.toString(), "--key", other)).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  key");
  }

  @Test
  void path_thatIsNothing_isBadInput() {
    assertThat(run(directory.resolve("tile").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("neither a ledger");
  }

  @Test
  void key_thatIsNone_isBadInput() {
    assertThat(run(directory.toString(), "--key", "a+b")).isEqualTo(2);
    assertThat(run(directory.toString(), "--key", "absent-file")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void json_escapesWhatItMust() {
    assertThat(new Finding("a", true, "q\"b\\n\n").json())
        .isEqualTo("{\"check\":\"a\",\"held\":true,\"detail\":\"q\\\"b\\\\n\\u000a\"}");
  }

  private int run(String... arguments) {
    CommandLine line = VerifyCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
