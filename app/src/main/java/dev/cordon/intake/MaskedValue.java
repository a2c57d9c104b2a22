package dev.cordon.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is shown of a value nobody may see yet: how long it is, and a keyed digest by which equal
 * values are told.
 *
 * <p>Promises: within an operation equal values have equal digests. Promises not: that a reader who
 * knows the key cannot try guesses; the key stays in the server.
 *
 * @param length the value's length in bytes, text as UTF-8
 * @param digest the first twelve hexadecimal digits of its HMAC-SHA-256
 */
public record MaskedValue(long length, String digest) {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int DIGEST_BYTES = 6;

  /** Masks a text. */
  public static MaskedValue of(String value, byte[] key) {
    return of(value.getBytes(StandardCharsets.UTF_8), key);
  }

  /** Masks bytes. */
  public static MaskedValue of(byte[] value, byte[] key) {
    return new MaskedValue(value.length, shortened(mac(key).doFinal(value)));
  }

  /** The authentication code that masks under this key. */
  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String shortened(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
  }

  /** The key of an operation's masks: the oldest version's, so that digests outlive a new key. */
  static byte[] key(VaultKey key) {
    return key.maskKey();
  }
}
