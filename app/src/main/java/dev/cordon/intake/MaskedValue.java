package dev.cordon.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A value that is not shown: its length and a keyed digest, by which equal values are known again.
 *
 * @param length in characters; in bytes where a whole row is masked
 * @param digest the first twelve hexadecimal digits of HMAC-SHA-256 under a key of the operation
 */
public record MaskedValue(long length, String digest) {

  /** How many hexadecimal digits are kept. */
  static final int DIGITS = 12;

  /** The mask of this value under the key. */
  public static MaskedValue of(String value, byte[] key) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return new MaskedValue(
        value.codePointCount(0, value.length()), shortened(mac(key).doFinal(bytes)));
  }

  /** The authentication code that masks under this key. */
  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  static String shortened(byte[] digest) {
    return HexFormat.of().formatHex(digest).substring(0, DIGITS);
  }
}
