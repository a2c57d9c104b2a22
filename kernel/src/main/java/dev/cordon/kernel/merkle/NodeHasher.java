package dev.cordon.kernel.merkle;

import dev.cordon.kernel.digest.Sha256;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Hashes leaves and nodes from arrays into arrays, without an object for each. The same hashes as
 * {@link Hash}. Not thread-safe.
 */
final class NodeHasher {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = Sha256.digest();

  /** Writes the hash of the leaf that lies there. */
  void leaf(byte[] source, int at, int length, byte[] target, int to) {
    digest.update(LEAF);
    digest.update(source, at, length);
    finish(target, to);
  }

  /** The root over so many hashes, a power of two; overwrites them. */
  Hash root(byte[] hashes, int count) {
    for (int left = count; left > 1; left /= 2) {
      for (int pair = 0; pair < left / 2; pair++) {
        digest.update(NODE);
        digest.update(hashes, 2 * pair * Hash.SIZE_BYTES, 2 * Hash.SIZE_BYTES);
        finish(hashes, pair * Hash.SIZE_BYTES);
      }
    }
    return Hash.at(hashes, 0);
  }

  private void finish(byte[] target, int to) {
    try {
      digest.digest(target, to, Hash.SIZE_BYTES);
    } catch (DigestException impossible) {
      throw new IllegalStateException("a SHA-256 has 32 bytes", impossible);
    }
  }
}
