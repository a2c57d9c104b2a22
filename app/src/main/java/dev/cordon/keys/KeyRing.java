package dev.cordon.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The data keys of one operation, by version: new data is sealed under the newest, old data stays
 * readable under the version it names.
 *
 * <p>Promises: the keys themselves never leave; each use has a key of its own, derived from them.
 */
public interface KeyRing {

  /** The size of every key in bytes. */
  int KEY_SIZE_BYTES = 32;

  /** The version for new data. */
  int newest();

  /** All versions, oldest first. */
  List<Integer> versions();

  /**
   * A key for one use under one version.
   *
   * @throws KeyException when there is no such version, or the operation's keys were destroyed
   */
  byte[] derive(int version, String use);

  /** A ring of one random key that is written nowhere. */
  static KeyRing inMemory() {
    byte[] key = new byte[KEY_SIZE_BYTES];
    new SecureRandom().nextBytes(key);
    return new KeyRing() {
      @Override
      public int newest() {
        return 1;
      }

      @Override
      public List<Integer> versions() {
        return List.of(1);
      }

      @Override
      public byte[] derive(int version, String use) {
        if (version != 1) {
          throw new KeyException("there is no key of version " + version);
        }
        return KeyRing.derive(key, use);
      }

      @Override
      public String toString() {
        return "KeyRing[in memory]";
      }
    };
  }

  /** HKDF-SHA256 (RFC 5869) of a data key for one use. */
  static byte[] derive(byte[] key, String use) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(
                      ("cordon " + use).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                      KEY_SIZE_BYTES));
    } catch (GeneralSecurityException failure) {
      throw new KeyException("this Java has no HKDF-SHA256", failure);
    }
  }
}
