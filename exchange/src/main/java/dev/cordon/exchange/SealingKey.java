package dev.cordon.exchange;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/**
 * A pair of keys packages are sealed with, as {@code age-keygen} makes them.
 *
 * @param recipient the public one, {@code age1…}, for everybody
 * @param identity the secret one, {@code AGE-SECRET-KEY-1…}, for nobody else
 */
public record SealingKey(String recipient, String identity) {

  /** A new pair. */
  public static SealingKey generate() {
    try {
      KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
      return new SealingKey(
          new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII),
          new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new ExchangeException("this Java has no X25519", impossible);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SealingKey[" + recipient + "]";
  }
}
