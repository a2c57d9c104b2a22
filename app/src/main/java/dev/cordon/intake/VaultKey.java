package dev.cordon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key of one operation's vault: sources and records are encrypted under keys derived from it.
 *
 * <p>Promises: the bytes leave this class only as derived keys, {@link #toString} shows none.
 * Promises not: protection from who can read the key's file.
 */
public final class VaultKey {

  private static final int SIZE_BYTES = 32;

  private final byte[] bytes;

  private VaultKey(byte[] bytes) {
    if (bytes.length != SIZE_BYTES) {
      throw new IntakeException(
          "a vault key has " + SIZE_BYTES + " bytes, this one " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /** A fresh random key. */
  public static VaultKey random() {
    byte[] bytes = new byte[SIZE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new VaultKey(bytes);
  }

  /** The key kept in this file; where there is none, a fresh one written for the owner only. */
  public static VaultKey in(Path file) {
    try {
      if (Files.exists(file)) {
        return new VaultKey(Files.readAllBytes(file));
      }
      VaultKey fresh = random();
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(draft, fresh.bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(draft, file);
      return fresh;
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "the vault key " + file + " cannot be read or written", failure);
    }
  }

  /** A 32-byte key for one use of the vault. */
  byte[] derive(String use) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(bytes)
                  .thenExpand(
                      ("cordon vault " + use).getBytes(StandardCharsets.UTF_8), SIZE_BYTES));
    } catch (GeneralSecurityException failure) {
      throw new IntakeException("this Java has no HKDF-SHA256", failure);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VaultKey key && java.security.MessageDigest.isEqual(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(derive("identity"));
  }

  @Override
  public String toString() {
    return "VaultKey[hidden]";
  }
}
