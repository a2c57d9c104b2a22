package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.exchange.ErasureCertificate;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.LogReader;
import dev.cordon.kernel.merkle.LogWriter;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CertificateTest {

  private static final NoteSigner SIGNER = NoteSigner.generate("log.example");
  private static final byte[] SALT = new byte[32];

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file = Path.of("");

  @BeforeEach
  void certificate() throws IOException, GeneralSecurityException {
    Map<String, Object> statement =
        Map.of("operation", "op-1", "happened", List.of(Map.of("what", "payments", "amount", 4)));
    List<String> records = List.of("order-1", ErasureCertificate.digest(statement));
    String leaf =
        "cordon-entry 1\noperation op-1\nact ERASURE\nwhat erasure-certificate\nrecords 2 "
            + HexFormat.of().formatHex(commitment(records))
            + "\n";
    Path ledger = Files.createDirectories(folder.resolve("ledger"));
    LogWriter writer = LogWriter.open(ledger, SIGNER);
    writer.append(new byte[] {1});
    writer.append(leaf.getBytes(StandardCharsets.UTF_8));
    writer.append(new byte[] {3});
    writer.publish();
    LogReader.Inclusion found =
        new LogReader(ledger, SIGNER.key())
            .inclusion(1, leaf.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    file =
        Files.write(
            folder.resolve("certificate.json"),
            new ErasureCertificate(
                    ErasureCertificate.FORM,
                    statement,
                    new ErasureCertificate.Entry(leaf, HexFormat.of().formatHex(SALT), records),
                    new ErasureCertificate.Inclusion(
                        1,
                        found.proof().stream().map(Hash::toString).toList(),
                        Files.readString(ledger.resolve("checkpoint"))))
                .bytes());
  }

  @Test
  void certificate_thatIsWhole_verifies() {
    assertThat(run("--key", SIGNER.key().text())).isZero();
    assertThat(out.toString()).contains("held    statement", "held    inclusion", "leaf 1 of 3");
  }

  @Test
  void statement_thatWasChanged_failsByName() throws IOException {
    Files.writeString(file, Files.readString(file).replace("4", "3"));
    assertThat(run("--key", SIGNER.key().text())).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  statement", "it was changed");
  }

  @Test
  void keyOfAnother_failsByName() {
    assertThat(run("--key", NoteSigner.generate("log.example").key().text())).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  checkpoint", "FAILED  inclusion");
  }

  @Test
  void withoutKey_isBadInput() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("needs the key");
  }

  @Test
  void cutCertificate_failsByName() throws IOException {
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() / 2));
    assertThat(run("--key", SIGNER.key().text())).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  form", "not a certificate");
  }

  @Test
  void whatIsNeitherReceiptNorCertificate_failsByName() throws IOException {
    Files.writeString(file, "[1, 2");
    assertThat(run("--key", SIGNER.key().text())).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  form");
  }

  private int run(String... arguments) {
    CommandLine line = VerifyCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = file.toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }

  private static byte[] commitment(List<String> records) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SALT, "HmacSHA256"));
    update(mac, "records");
    records.forEach(record -> update(mac, record));
    return mac.doFinal();
  }

  private static void update(Mac mac, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }
}
