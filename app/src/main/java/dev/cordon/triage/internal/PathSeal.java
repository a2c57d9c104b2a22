package dev.cordon.triage.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Turns a path into an HMAC-SHA256 under a key of this installation.
 *
 * <p>Promises: equal paths give equal digests; without the key no path can be tried. Does not
 * promise to hide that two exhibits hold the same path.
 */
@Component
public class PathSeal {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  PathSeal(DataDirectory directory) {
    String secret = new Secrets(directory.secrets()).text("path-digest-key");
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The keyed digest in hex. */
  public String seal(String path) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new CordonException("This Java has no " + ALGORITHM + ".", e);
    }
  }
}
