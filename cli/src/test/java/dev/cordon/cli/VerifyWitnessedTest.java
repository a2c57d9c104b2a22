package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.kernel.merkle.Cosigner;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.LogProof;
import dev.cordon.kernel.merkle.LogReader;
import dev.cordon.kernel.merkle.LogWriter;
import dev.cordon.kernel.merkle.NoteSigner;
import dev.cordon.kernel.merkle.SignatureType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Witnesses, policies and proofs of single entries, as a stranger checks them. */
class VerifyWitnessedTest {

  private static final NoteSigner LOG = NoteSigner.generate("log.example");
  private static final Cosigner WITNESS = Cosigner.generate("w.example", SignatureType.ML_DSA_44);

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path policy = Path.of("");
  private Path entry = Path.of("");
  private Path proof = Path.of("");

  @BeforeEach
  void ledger() throws IOException {
    Path ledger = Files.createDirectory(directory.resolve("ledger"));
    LogWriter writer = LogWriter.open(ledger, LOG);
    for (int number = 0; number < 300; number++) {
      writer.append(new byte[] {(byte) number});
    }
    LogWriter.Published published = writer.publish();
    String cosigned =
        published.note()
            + WITNESS.cosign(published.checkpoint().text(), Instant.ofEpochSecond(1_800_000_000));
    LogWriter.keep(ledger, LOG.key(), cosigned);
    policy =
        Files.writeString(
            directory.resolve("policy"),
            "log %s\nwitness w %s\nquorum w\n".formatted(LOG.key(), WITNESS.key()));
    entry = Files.write(directory.resolve("entry"), new byte[] {7});
    List<Hash> hashes =
        new LogReader(ledger, LOG.key()).inclusion(7, new byte[] {7}).orElseThrow().proof();
    proof =
        Files.writeString(
            directory.resolve("x.tlog-proof"), new LogProof(7, hashes, cosigned).text());
  }

  @Test
  void ledger_underAPolicy_namesItsWitnesses() {
    assertThat(run("ledger", "--policy", policy.toString())).isZero();
    assertThat(out.toString())
        .contains("held    quorum: the first 300 of 300 entries", "w.example at 2027-01-15");
  }

  @Test
  void ledger_withoutItsWitness_fails() throws IOException {
    Files.delete(directory.resolve("ledger/checkpoints/300"));

    assertThat(run("ledger", "--policy", policy.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  quorum");
  }

  @Test
  void proof_ofAnEntry_verifies() {
    assertThat(run(proof.toString(), "--entry", entry.toString(), "--policy", policy.toString()))
        .isZero();
    assertThat(out.toString()).contains("held    inclusion: the entry is leaf 7 of 300");
  }

  @Test
  void proof_ofAnotherEntry_fails() throws IOException {
    Files.write(entry, new byte[] {8});

    assertThat(run(proof.toString(), "--entry", entry.toString(), "--key", LOG.key().text()))
        .isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  root");
  }

  @Test
  void proof_withoutWhatItNeeds_isBadInput() {
    assertThat(run(proof.toString(), "--key", LOG.key().text())).isEqualTo(2);
    assertThat(run(proof.toString(), "--entry", entry.toString())).isEqualTo(2);
    assertThat(run("ledger", "--policy", entry.toString())).isEqualTo(2);
    assertThat(run("ledger", "--time-stamp-authority", "absent")).isEqualTo(2);
  }

  private int run(String path, String... options) {
    CommandLine line = VerifyCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 1];
    arguments[0] = directory.resolve(path).toString();
    System.arraycopy(options, 0, arguments, 1, options.length);
    return line.execute(arguments);
  }
}
