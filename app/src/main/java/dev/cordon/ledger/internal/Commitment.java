package dev.cordon.ledger.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Commits to values under one salt: HMAC-SHA-256 over a label and the values, each with its length.
 *
 * <p>Promises: whoever has the salt and the values can check them; whoever has not learns nothing,
 * not even whether two entries touch the same record; once the salt is destroyed nobody can. Not
 * thread-safe: it is made, used and dropped within one act.
 */
public final class Commitment {

  private static final int SALT_SIZE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] salt;
  private final Mac mac;

  /** Under a known salt, to check values against a leaf. */
  public Commitment(byte[] salt) {
    if (salt.length != SALT_SIZE_BYTES) {
      throw new IllegalArgumentException(
          "a salt has " + SALT_SIZE_BYTES + " bytes, this one " + salt.length);
    }
    this.salt = salt.clone();
    this.mac = keyed(this.salt);
  }

  /** Under a salt nobody used before. */
  public static Commitment withFreshSalt() {
    byte[] salt = new byte[SALT_SIZE_BYTES];
    RANDOM.nextBytes(salt);
    return new Commitment(salt);
  }

  /** The salt that opens it. */
  public byte[] salt() {
    return salt.clone();
  }

  /** The commitment to these values, in this order, under this label. */
  public byte[] to(String label, Collection<String> values) {
    update(label);
    values.forEach(this::update);
    return mac.doFinal();
  }

  private static Mac keyed(byte[] salt) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  private void update(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }
}
