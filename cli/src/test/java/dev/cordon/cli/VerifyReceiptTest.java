package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.exchange.Receipt;
import dev.cordon.kernel.digest.Sha256;
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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A receipt made by hand, from the words of docs/verify.md alone. */
class VerifyReceiptTest {

  private static final NoteSigner SIGNER = NoteSigner.generate("log.example");
  private static final byte[] SALT = new byte[32];

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file;
  private Path source;

  @BeforeEach
  void receipt() throws IOException, GeneralSecurityException {
    source = Files.writeString(directory.resolve("shop.sql"), "select 1;");
    String statement =
        "cordon-source 1\noperation o-1\nname shop.sql\nsize 9\nsha256 "
            + Sha256.hex(Files.readAllBytes(source))
            + "\n";
    List<String> records =
        List.of(
            "an id", "statement sha256:" + Sha256.hex(statement.getBytes(StandardCharsets.UTF_8)));
    String entry =
        "cordon-entry 1\nid e-1\nat 2025-02-26T10:00:00Z\noperation o-1\nact COLLECTION\nwhat source\n"
            + "records 2 "
            + HexFormat.of().formatHex(commitment(records))
            + "\n";
    Path ledger = directory.resolve("log");
    LogWriter writer = LogWriter.open(ledger, SIGNER);
    for (int number = 0; number < 300; number++) {
      writer.append(number == 7 ? bytes(entry) : new byte[] {(byte) number});
    }
    writer.publish();
    LogReader.Inclusion inclusion =
        new LogReader(ledger, SIGNER.key()).inclusion(7, bytes(entry)).orElseThrow();
    Receipt made =
        new Receipt(
            Receipt.FORMAT,
            statement,
            entry,
            HexFormat.of().formatHex(SALT),
            records,
            7,
            inclusion.proof().stream().map(Hash::toString).toList(),
            Files.readString(ledger.resolve("checkpoint")),
            SIGNER.key().text());
    file = Files.write(directory.resolve("receipt.json"), made.toBytes());
  }

  @Test
  void receipt_thatIsWhole_verifies_withItsOwnKeyAndANote() {
    assertThat(run(file.toString())).isZero();
    assertThat(out.toString()).contains("held    inclusion: entry 7 of the 300", "verified");
    assertThat(err.toString()).contains("the key was taken from the receipt itself");
  }

  @Test
  void receipt_withGivenKeyAndFile_verifiesBoth() {
    assertThat(run(file.toString(), "--key", SIGNER.key().text(), "--source", source.toString()))
        .isZero();
    assertThat(out.toString()).contains("held    file");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anotherFile_fails_andSaysSo() throws IOException {
    Files.writeString(source, "select 2;");
    assertThat(run(file.toString(), "--source", source.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  file", "it is another file", "NOT verified");
  }

  @Test
  void everyChangedCharacter_fails() throws IOException {
    String json = Files.readString(file);
    int places = 0;
    for (int place = 0; place < json.length(); place += 13) {
      if (!Character.isLetterOrDigit(json.charAt(place)) || json.startsWith("\\n", place - 1)) {
        continue;
      }
      char other = json.charAt(place) == '7' ? '8' : '7';
      Files.writeString(file, json.substring(0, place) + other + json.substring(place + 1));
      assertThat(run(file.toString(), "--key", SIGNER.key().text()))
          .as(json.substring(Math.max(0, place - 20), place + 1))
          .isIn(place > json.indexOf("\"key\"") ? List.of(0, 1) : List.of(1));
      places++;
    }
    assertThat(places).isGreaterThan(60);
  }

  @Test
  void whatIsNoReceipt_isNamed() throws IOException {
    Files.writeString(file, "{}");
    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("FAILED  form");
    Files.write(file, new byte[Receipt.LARGEST_BYTES + 1]);
    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("a receipt has at most");
    Files.write(file, new byte[(16 << 20) + 1]);
    assertThat(run(file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("larger than a receipt");
  }

  private static byte[] commitment(List<String> records) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SALT, "HmacSHA256"));
    update(mac, "records");
    records.forEach(record -> update(mac, record));
    return mac.doFinal();
  }

  private static void update(Mac mac, String value) {
    mac.update(ByteBuffer.allocate(4).putInt(bytes(value).length).array());
    mac.update(bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = VerifyCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
