package dev.cordon.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An operator's key of 256 random bits, kept in the key file under a passphrase (Argon2id, then
 * AES-GCM).
 *
 * <p>Promises: each guess of the passphrase costs 64 MiB and three passes. Promises not: protection
 * when passphrase and key file are taken together.
 */
final class FileOperatorKey implements OperatorKey {

  private static final int MEMORY_KIBIBYTES = 64 * 1024;
  private static final int PASSES = 3;
  private static final int LANES = 1;
  private static final int SALT_SIZE_BYTES = 16;
  private static final int MOST_MEMORY_KIBIBYTES = 512 * 1024;
  private static final int MOST_PASSES = 64;
  private static final byte[] CONTEXT = "cordon operator key".getBytes(StandardCharsets.US_ASCII);

  private final byte[] key;
  private final OperatorRecord record;

  private FileOperatorKey(byte[] key, OperatorRecord record) {
    this.key = key;
    this.record = record;
  }

  /** A fresh key under a passphrase. */
  static FileOperatorKey fresh(Passphrase passphrase) {
    SecureRandom random = new SecureRandom();
    byte[] key = new byte[KeyRing.KEY_SIZE_BYTES];
    random.nextBytes(key);
    byte[] salt = new byte[SALT_SIZE_BYTES];
    random.nextBytes(salt);
    byte[] under = stretch(passphrase, salt, MEMORY_KIBIBYTES, PASSES, LANES);
    try {
      byte[] sealed = new Aead(under).seal(key, CONTEXT);
      return new FileOperatorKey(
          key,
          new OperatorRecord(
              OperatorRecord.PASSPHRASE, MEMORY_KIBIBYTES, PASSES, LANES, salt, sealed, null));
    } finally {
      Arrays.fill(under, (byte) 0);
    }
  }

  /** The key a record holds. */
  static FileOperatorKey open(OperatorRecord record, Passphrase passphrase) {
    byte[] salt = record.salt();
    byte[] sealed = record.sealed();
    if (salt == null || sealed == null) {
      throw new KeyException("the key file is damaged. Bring it back from a backup.");
    }
    if (record.memoryKibibytes() > MOST_MEMORY_KIBIBYTES
        || record.passes() > MOST_PASSES
        || Math.min(record.passes(), record.lanes()) < 1
        || record.memoryKibibytes() < 8 * record.lanes()) {
      throw new KeyException("the key file asks for an Argon2id that is not meant by Cordon");
    }
    byte[] under =
        stretch(passphrase, salt, record.memoryKibibytes(), record.passes(), record.lanes());
    try {
      return new FileOperatorKey(new Aead(under).open(sealed, CONTEXT), record);
    } catch (KeyException wrong) {
      throw new KeyException(
          "the passphrase from "
              + passphrase.origin()
              + " does not open the operator's key. Give the passphrase the keys were wrapped"
              + " with.");
    } finally {
      Arrays.fill(under, (byte) 0);
    }
  }

  private static byte[] stretch(
      Passphrase passphrase, byte[] salt, int memoryKibibytes, int passes, int lanes) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] stretched = new byte[KeyRing.KEY_SIZE_BYTES];
    argon2.generateBytes(passphrase.bytes(), stretched);
    return stretched;
  }

  @Override
  public String name() {
    return "a key under a passphrase";
  }

  @Override
  public OperatorRecord record() {
    return record;
  }

  @Override
  public byte[] wrap(byte[] plain, byte[] context) {
    return new Aead(key).seal(plain, context);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    return new Aead(key).open(wrapped, context);
  }

  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public String toString() {
    return "FileOperatorKey[hidden]";
  }
}
