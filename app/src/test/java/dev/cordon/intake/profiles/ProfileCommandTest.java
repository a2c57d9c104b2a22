package dev.cordon.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProfileCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path dump = Path.of("");

  @BeforeEach
  void write() throws IOException {
    dump = Files.writeString(folder.resolve("forum.sql"), SamplerTest.DUMP);
  }

  @Test
  void proposal_isWrittenAndCanBeTried() throws IOException {
    Path profile = folder.resolve("forum.yaml");

    assertThat(run(dump.toString(), "--out", profile.toString())).isZero();
    assertThat(out.toString()).contains("medlemmer: 4 rows, no profile fits", "epost: e-mail");
    assertThat(Files.readString(profile)).startsWith("name: \"forum-own\"");

    assertThat(run(dump.toString(), "--check", profile.toString())).isZero();
    assertThat(out.toString())
        .contains("4 in = 3 stored + 1 quarantined + 0 duplicates")
        .contains("would be quarantined: line 5")
        .contains("accounts=3")
        .contains("ann@mail.example")
        .doesNotContain("somebody wrote");
  }

  @Test
  void proposal_overwritesNothing() throws IOException {
    Path there = Files.writeString(folder.resolve("there.yaml"), "mine");

    assertThat(run(dump.toString(), "--out", there.toString())).isEqualTo(2);
    assertThat(Files.readString(there)).isEqualTo("mine");
  }

  @Test
  void fileThatIsNoProfile_isRefusedLineByLine() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "nam: x\ntabels: []\n");

    assertThat(run(dump.toString(), "--check", wrong.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("wrong.yaml, line 1", "wrong.yaml, line 2");
  }

  @Test
  void profileThatFitsNothing_isSaidSo() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"),
            "name: other\ntables:\n  - name: t\n    recognise: [a, b]\n");

    assertThat(run(dump.toString(), "--check", other.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("knows none of the tables");
  }

  private int run(String... arguments) {
    return new CommandLine(new ProfileCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
