package dev.cordon.hashing.provenance;

import dev.cordon.formats.marks.KeyedDigest;
import dev.cordon.hashing.HashingException;
import dev.cordon.hashing.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The key of keyed digests: an operation's, from a file, or one made here. */
public final class MarksKey {

  private static final int LONGEST_KEY_BYTES = 4096;

  private MarksKey() {}

  /** The key in a file of 32 to 4096 bytes. */
  public static KeyedDigest of(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] key = stream.readNBytes(LONGEST_KEY_BYTES + 1);
      if (key.length < KeyedDigest.SHORTEST_KEY_BYTES || key.length > LONGEST_KEY_BYTES) {
        throw new HashingException(
            SafeText.plain(file.toString()) + " is no key: a key file has 32 to 4096 bytes");
      }
      return new KeyedDigest(key);
    }
  }

  /** The key that stands in that file, which is made for its owner alone where it is missing. */
  public static KeyedDigest made(Path file) throws IOException {
    if (!Files.exists(file)) {
      Path part = file.resolveSibling("." + file.getFileName() + ".part");
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(part, random());
      Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
    return of(file);
  }

  /**
   * A key that is forgotten afterwards: digests of one run can be compared with each other only.
   */
  static KeyedDigest forgotten() {
    return new KeyedDigest(random());
  }

  private static byte[] random() {
    byte[] key = new byte[KeyedDigest.SHORTEST_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
