package dev.cordon.intake;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A source within its operation, derived from the digest of its bytes: the same bytes are the same
 * source.
 */
public record SourceId(UUID value) {

  /** The id of the source with this SHA-256 digest (a UUID of version 8 over its first bytes). */
  public static SourceId of(byte[] sha256) {
    if (sha256.length != 32) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + sha256.length);
    }
    ByteBuffer bytes = ByteBuffer.wrap(sha256);
    long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
    long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new SourceId(new UUID(high, low));
  }

  /** Reads the text form. */
  public static SourceId parse(String text) {
    return new SourceId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
