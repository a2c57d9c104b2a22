package dev.cordon.ledger.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Secrets;
import dev.cordon.kernel.merkle.Cosigner;
import dev.cordon.kernel.merkle.SignatureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The keys with which this installation is a witness for others: Ed25519 and ML-DSA-44, made at the
 * first start; others than the ledger's own. The halves that verify lie beside the ledger.
 */
@Component
public class WitnessKeys {

  private static final String VERIFIER_FILE = "witness-keys";

  private final List<Cosigner> cosigners;

  WitnessKeys(DataDirectory directory, LedgerKey ledger) {
    Secrets secrets = new Secrets(directory.secrets());
    String name = ledger.signer().key().name().replace("/ledger/", "/witness/");
    this.cosigners =
        List.of(
            cosigner(secrets, "witness-key", name, SignatureType.COSIGNATURE),
            cosigner(secrets, "witness-key-ml-dsa", name, SignatureType.ML_DSA_44));
    writeVerifiers(directory.ledger().resolve(VERIFIER_FILE));
  }

  /** What checks its cosignatures, to hand to those whose logs it witnesses. */
  public List<String> texts() {
    return cosigners.stream().map(cosigner -> cosigner.key().text()).toList();
  }

  /** One line for each key over a checkpoint's text. */
  String cosign(String text, Instant at) {
    return cosigners.stream()
        .map(cosigner -> cosigner.cosign(text, at))
        .collect(Collectors.joining());
  }

  /**
   * The own ledger's signed note with the own ML-DSA-44 cosignature (FIPS 204), so that what is
   * handed out stays provable when Ed25519 no longer is. It is no independent witness's.
   *
   * @param note a checkpoint this installation has signed
   */
  public String cosignOwn(String note, Instant at) {
    String text = note.substring(0, note.indexOf("\n\n") + 1);
    return note
        + cosigners.stream()
            .filter(cosigner -> cosigner.key().type() == SignatureType.ML_DSA_44)
            .map(cosigner -> cosigner.cosign(text, at))
            .collect(Collectors.joining());
  }

  private static Cosigner cosigner(
      Secrets secrets, String secret, String name, SignatureType type) {
    return Cosigner.parse(secrets.text(secret, () -> Cosigner.generate(name, type).secret()));
  }

  private void writeVerifiers(Path file) {
    try {
      if (Files.notExists(file)) {
        Files.writeString(file, String.join("\n", texts()) + "\n");
      }
    } catch (IOException failed) {
      throw new CordonException("can not write the witness's keys to " + file + ".", failed);
    }
  }
}
