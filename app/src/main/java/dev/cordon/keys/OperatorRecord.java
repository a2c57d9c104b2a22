package dev.cordon.keys;

import org.jspecify.annotations.Nullable;

/**
 * What the key file says of the operator's key.
 *
 * @param kind {@code passphrase} or {@code pkcs11}
 * @param memoryKibibytes Argon2id's memory, for a passphrase
 * @param passes Argon2id's passes, for a passphrase
 * @param lanes Argon2id's lanes, for a passphrase
 * @param salt Argon2id's salt, for a passphrase
 * @param sealed the operator's key under the passphrase
 * @param settings the file that says how to reach the security module
 */
public record OperatorRecord(
    String kind,
    int memoryKibibytes,
    int passes,
    int lanes,
    byte @Nullable [] salt,
    byte @Nullable [] sealed,
    @Nullable String settings) {

  static final String PASSPHRASE = "passphrase";
  static final String PKCS11 = "pkcs11";
}
