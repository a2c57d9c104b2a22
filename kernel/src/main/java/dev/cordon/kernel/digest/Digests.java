package dev.cordon.kernel.digest;

import java.util.HexFormat;

/**
 * The three digests hash lists of the field name, of the same bytes.
 *
 * @param size how many bytes were read
 * @param md5 32 lower-case hex digits; to find a file in a list, not to prove it
 * @param sha1 40 lower-case hex digits; to find a file in a list, not to prove it
 * @param sha256 64 lower-case hex digits
 */
public record Digests(long size, String md5, String sha1, String sha256) {

  static Digests of(long size, byte[] md5, byte[] sha1, byte[] sha256) {
    HexFormat hex = HexFormat.of();
    return new Digests(size, hex.formatHex(md5), hex.formatHex(sha1), hex.formatHex(sha256));
  }
}
