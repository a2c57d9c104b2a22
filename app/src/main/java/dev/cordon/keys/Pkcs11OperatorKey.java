package dev.cordon.keys;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * An operator's key that never leaves a security module, reached over PKCS#11 (AES-GCM on the
 * token). Its settings file names {@code library}, {@code slot}, {@code pin-file} and, if not
 * {@code cordon-operator}, {@code label}; a key that is not there yet is made on the token, not
 * extractable.
 */
final class Pkcs11OperatorKey implements OperatorKey {

  private static final int NONCE_SIZE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final Provider provider;
  private final SecretKey key;
  private final String label;
  private final Path settings;

  private Pkcs11OperatorKey(Provider provider, SecretKey key, String label, Path settings) {
    this.provider = provider;
    this.key = key;
    this.label = label;
    this.settings = settings;
  }

  /** The key the settings lead to; made there when it is not there and may be made. */
  static Pkcs11OperatorKey open(Path settings, boolean mayMake) {
    Properties read = read(settings);
    String library = needed(read, "library", settings);
    String slot = needed(read, "slot", settings);
    String label = read.getProperty("label", "cordon-operator").strip();
    char[] pin = pin(Path.of(needed(read, "pin-file", settings)));
    try {
      Provider provider = provider(library, slot);
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, pin);
      if (!token.containsAlias(label)) {
        if (!mayMake) {
          throw new KeyException(
              "the security module of " + settings + " holds no key named " + label + ".");
        }
        make(provider, token, label);
      }
      SecretKey key = (SecretKey) token.getKey(label, pin);
      return new Pkcs11OperatorKey(provider, key, label, settings);
    } catch (GeneralSecurityException | IOException | RuntimeException failure) {
      if (failure instanceof KeyException explained) {
        throw explained;
      }
      throw new KeyException(
          "the security module of "
              + settings
              + " does not give the operator's key. Check its library, slot and PIN file.",
          failure);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private static void make(Provider provider, KeyStore token, String label)
      throws GeneralSecurityException, IOException {
    KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
    generator.init(8 * KeyRing.KEY_SIZE_BYTES);
    token.setKeyEntry(label, generator.generateKey(), null, null);
    token.store(null, null);
  }

  private static Provider provider(String library, String slot) {
    String configuration =
        """
        --name=cordon
        library=%s
        slot=%s
        attributes(*,CKO_SECRET_KEY,CKK_AES) = {
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
          CKA_ENCRYPT = true
          CKA_DECRYPT = true
        }
        """
            .formatted(library, slot);
    return Security.getProvider("SunPKCS11").configure(configuration);
  }

  private static Properties read(Path settings) {
    Properties read = new Properties();
    try (Reader text = Files.newBufferedReader(settings, StandardCharsets.UTF_8)) {
      read.load(text);
      return read;
    } catch (IOException | IllegalArgumentException failure) {
      throw new KeyException(
          "the settings of the security module, " + settings + ", can not be read.", failure);
    }
  }

  private static String needed(Properties read, String name, Path settings) {
    @Nullable String value = read.getProperty(name);
    if (value == null || !value.strip().matches("[^\\p{Cntrl}{}\"]{1,400}")) {
      throw new KeyException(
          "the settings of the security module, " + settings + ", do not say '" + name + "'.");
    }
    return value.strip();
  }

  private static char[] pin(Path file) {
    try (Passphrase pin = Passphrase.ofBytes(Files.readAllBytes(file), file.toString())) {
      return StandardCharsets.UTF_8
          .decode(java.nio.ByteBuffer.wrap(pin.bytes()))
          .toString()
          .toCharArray();
    } catch (IOException failure) {
      throw new KeyException("the PIN file " + file + " can not be read.", failure);
    }
  }

  @Override
  public String name() {
    return "the key " + label + " in a security module (PKCS#11)";
  }

  @Override
  public OperatorRecord record() {
    return new OperatorRecord(
        OperatorRecord.PKCS11, 0, 0, 0, null, null, settings.toAbsolutePath().toString());
  }

  @Override
  public synchronized byte[] wrap(byte[] plain, byte[] context) {
    byte[] nonce = new byte[NONCE_SIZE_BYTES];
    new SecureRandom().nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, 0, context);
    byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
    return whole;
  }

  @Override
  public synchronized byte[] unwrap(byte[] wrapped, byte[] context) {
    if (wrapped.length <= NONCE_SIZE_BYTES) {
      throw new KeyException("a wrapped key is cut");
    }
    byte[] nonce = Arrays.copyOf(wrapped, NONCE_SIZE_BYTES);
    return run(Cipher.DECRYPT_MODE, nonce, wrapped, NONCE_SIZE_BYTES, context);
  }

  private byte[] run(int mode, byte[] nonce, byte[] bytes, int from, byte[] context) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER, provider);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context);
      return cipher.doFinal(bytes, from, bytes.length - from);
    } catch (GeneralSecurityException | RuntimeException failure) {
      throw new KeyException(
          "the security module does not "
              + (mode == Cipher.ENCRYPT_MODE ? "wrap" : "unwrap")
              + " the key: it was changed, or wrapped elsewhere",
          failure);
    }
  }

  @Override
  public void close() {
    if (provider instanceof AuthProvider module) {
      try {
        module.logout();
      } catch (javax.security.auth.login.LoginException alreadyOut) {
        // Nobody is logged in any more, which is what was asked for.
      }
    }
  }

  @Override
  public String toString() {
    return "Pkcs11OperatorKey[" + label + "]";
  }
}
