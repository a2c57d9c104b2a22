package dev.cordon.hashing.lists;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests what is read from it. */
final class DigestedStream extends FilterInputStream {

  private final MessageDigest digest;

  DigestedStream(InputStream stream) {
    super(stream);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    if (next >= 0) {
      digest.update((byte) next);
    }
    return next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = in.read(into, from, length);
    if (count > 0) {
      digest.update(into, from, count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return Math.max(
        0,
        read(
            new byte[(int) Math.clamp(count, 1, 1 << 16)], 0, (int) Math.clamp(count, 0, 1 << 16)));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads the rest, so that the digest is that of the whole file, and gives it. */
  String sha256() throws IOException {
    byte[] piece = new byte[1 << 16];
    while (read(piece, 0, piece.length) >= 0) {
      // Reads to the end.
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
