package dev.cordon.kernel.merkle;

import dev.cordon.kernel.digest.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A hash of the tree, by RFC 6962 section 2.1: SHA-256, with a first byte that tells leaf from
 * node.
 *
 * <p>Promises: 32 bytes, immutable, compared in constant time.
 */
public final class Hash {

  /** The size of a hash. */
  public static final int SIZE_BYTES = Sha256.SIZE_BYTES;

  /** The root of the tree without leaves. */
  public static final Hash EMPTY_ROOT = new Hash(Sha256.of());

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These 32 bytes. */
  public static Hash of(byte[] bytes) {
    if (bytes.length != SIZE_BYTES) {
      throw new ProofException(
          Check.LENGTH, "a hash has " + SIZE_BYTES + " bytes, this one " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /** The one that lies there. */
  static Hash at(byte[] bytes, int from) {
    return new Hash(Arrays.copyOfRange(bytes, from, from + SIZE_BYTES));
  }

  /** The hash of a leaf. */
  public static Hash ofLeaf(byte[] leaf) {
    return new Hash(Sha256.of(LEAF, leaf));
  }

  /** The hash of a node over its children. */
  public static Hash ofChildren(Hash left, Hash right) {
    return new Hash(Sha256.of(NODE, left.bytes, right.bytes));
  }

  /** Its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** As base64, as checkpoints write it. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** As hex. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
