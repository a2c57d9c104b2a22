package dev.cordon.ledger.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Secrets;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * The key that signs this installation's checkpoints, made at the first start. The half that
 * verifies lies beside the ledger, to be handed to others before they need it.
 */
@Component
public class LedgerKey {

  private static final String VERIFIER_FILE = "key";
  private static final int NAME_SIZE_BYTES = 6;

  private final NoteSigner signer;

  LedgerKey(DataDirectory directory) {
    this.signer =
        NoteSigner.parse(
            new Secrets(directory.secrets())
                .text("ledger-key", () -> NoteSigner.generate(newName()).secret()));
    writeVerifier(directory.ledger().resolve(VERIFIER_FILE));
  }

  /** Signs checkpoints. */
  public NoteSigner signer() {
    return signer;
  }

  private void writeVerifier(Path file) {
    try {
      if (Files.notExists(file)) {
        Files.writeString(file, signer.key().text() + "\n");
      }
    } catch (IOException failed) {
      throw new CordonException("can not write the ledger's key to " + file + ".", failed);
    }
  }

  private static String newName() {
    byte[] bytes = new byte[NAME_SIZE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "cordon.invalid/ledger/" + HexFormat.of().formatHex(bytes);
  }
}
