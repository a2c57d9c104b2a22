package dev.cordon.formats.marks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 under an operation's key: equal texts of one operation have equal digests, and
 * without the key nobody can try texts out. Safe for many threads.
 */
public final class KeyedDigest {

  /** The shortest key. */
  public static final int SHORTEST_KEY_BYTES = 32;

  private final SecretKeySpec key;

  /**
   * With a key, which is copied.
   *
   * @throws IllegalArgumentException for fewer than 32 bytes
   */
  public KeyedDigest(byte[] key) {
    if (key.length < SHORTEST_KEY_BYTES) {
      throw new IllegalArgumentException(
          "a key has at least " + SHORTEST_KEY_BYTES + " bytes, not " + key.length);
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** The digest of a text for a purpose, 64 hex digits. */
  String of(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
