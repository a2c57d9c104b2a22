package dev.cordon.requests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A selector's plain form, by which a second question about the same is noticed. */
final class PlainSelector {

  private PlainSelector() {}

  /** SHA-256 over kind and plain form: small letters, no spaces; of numbers their digits alone. */
  static String digest(String kind, String value) {
    String plain = value.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    if (kind.equals("phone")) {
      plain = plain.replaceFirst("^00", "+").replaceAll("[^0-9+]", "");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((kind + "\n" + plain).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java lacks SHA-256", missing);
    }
  }
}
