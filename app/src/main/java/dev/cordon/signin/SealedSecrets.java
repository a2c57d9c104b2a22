package dev.cordon.signin;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.cordon.access.MemberId;
import dev.cordon.ground.Ground;
import dev.cordon.ground.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Seals the secrets of authenticator apps under a key of this installation (AES-256-GCM), each
 * bound to its member, so that a copied row opens for nobody else.
 *
 * <p>Promises not: protection from who can read the installation's secrets folder.
 */
@Component
class SealedSecrets {

  private static final String USE = "cordon authenticator app of ";

  private final Aead aead;

  SealedSecrets(Ground ground) throws GeneralSecurityException {
    String key = new Secrets(ground.directory().secrets()).text("sign-in.key");
    this.aead = new AesGcmJce(Base64.getUrlDecoder().decode(key));
  }

  byte[] seal(MemberId member, byte[] secret) {
    try {
      return aead.encrypt(secret, bound(member));
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("the secret could not be sealed", failed);
    }
  }

  byte[] open(MemberId member, byte[] sealed) {
    try {
      return aead.decrypt(sealed, bound(member));
    } catch (GeneralSecurityException foreign) {
      throw new IllegalStateException(
          "the secret of an authenticator app does not open: it is not this member's, or"
              + " secrets/sign-in.key was changed",
          foreign);
    }
  }

  private static byte[] bound(MemberId member) {
    return (USE + member).getBytes(StandardCharsets.UTF_8);
  }
}
