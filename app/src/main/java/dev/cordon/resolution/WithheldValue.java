package dev.cordon.resolution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A value of a kind of selector that may not be used, known by its salted digest only.
 *
 * @param kind the kind, in capitals
 * @param salt sixty-four hexadecimal digits
 * @param digest SHA-256 of the salt's text followed by the value's normal form, in UTF-8,
 *     hexadecimal
 */
public record WithheldValue(String kind, String salt, String digest) {

  /** The entry of a value in its normal form. */
  public static WithheldValue of(String kind, String salt, String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((salt + value).getBytes(StandardCharsets.UTF_8));
      return new WithheldValue(kind, salt, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
