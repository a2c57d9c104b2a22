package dev.cordon.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/**
 * Authenticated encryption under a key of 256 bits: AES-GCM with a fresh random nonce, as Tink does
 * it.
 *
 * <p>Promises: what was changed, cut or sealed for another context does not open. Promises not: to
 * hide the length; more than 2^32 messages under one key.
 */
public final class Aead {

  private final AesGcmJce cipher;

  /** Under this key; the caller may clear its copy. */
  public Aead(byte[] key) {
    try {
      this.cipher = new AesGcmJce(key);
    } catch (GeneralSecurityException failure) {
      throw new KeyException("this Java can not encrypt with AES-GCM", failure);
    }
  }

  /** The bytes sealed for this context. */
  public byte[] seal(byte[] plain, byte[] context) {
    try {
      return cipher.encrypt(plain, context);
    } catch (GeneralSecurityException failure) {
      throw new KeyException("the bytes can not be sealed", failure);
    }
  }

  /**
   * The bytes that were sealed for this context.
   *
   * @throws KeyException when they were sealed otherwise, changed or cut
   */
  public byte[] open(byte[] sealed, byte[] context) {
    try {
      return cipher.decrypt(sealed, context);
    } catch (GeneralSecurityException failure) {
      throw new KeyException(
          "what is sealed does not open: it was changed, cut, or belongs elsewhere");
    }
  }
}
