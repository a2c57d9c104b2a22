package dev.cordon.kernel.digest;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over bytes and streams. */
public final class Sha256 {

  /** The size of a digest. */
  public static final int SIZE_BYTES = 32;

  private static final int BUFFER_SIZE_BYTES = 1 << 16;

  private Sha256() {}

  /** The digest of the parts, one after the other. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** The digest of the whole stream, which is read to its end and not closed. */
  public static byte[] of(InputStream stream) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER_SIZE_BYTES];
    int read = stream.read(buffer);
    while (read >= 0) {
      digest.update(buffer, 0, read);
      read = stream.read(buffer);
    }
    return digest.digest();
  }

  /** The digest of the parts as 64 lower-case hex digits. */
  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(of(parts));
  }

  /** A fresh computation. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
