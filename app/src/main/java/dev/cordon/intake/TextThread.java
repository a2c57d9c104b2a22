package dev.cordon.intake;

import dev.cordon.access.OperationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Which thread: of which system, in which of its tables, under which key there.
 *
 * @param channel the table, as the system calls it
 */
public record TextThread(String system, String channel, String thread) {

  private static final int LONGEST = 200;
  private static final int KEPT = 120;

  /** A key longer than 200 characters is cut and told apart by its digest. */
  public TextThread {
    if (thread.length() > LONGEST) {
      thread = thread.substring(0, KEPT) + "…" + HexFormat.of().formatHex(digest(thread));
    }
  }

  /** Its id in an operation: the same thread in two exports is one. */
  public UUID id(OperationId operation) {
    ByteBuffer bytes =
        ByteBuffer.wrap(
            digest(operation + "\u0000" + system + "\u0000" + channel + "\u0000" + thread));
    long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
    long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
