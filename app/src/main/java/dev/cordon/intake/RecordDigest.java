package dev.cordon.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A SHA-256 over records in their order: for each value that is there its column's number, its
 * length in bytes and its bytes. A record is gathered first and digested at once. Not thread-safe.
 */
final class RecordDigest {

  private static final byte END = -1;

  private final MessageDigest digest = sha256();
  private byte[] gathered = new byte[1024];
  private int size;

  void number(int column, long value) {
    room(10);
    gathered[size++] = (byte) column;
    gathered[size++] = Long.BYTES;
    for (int shift = 56; shift >= 0; shift -= 8) {
      gathered[size++] = (byte) (value >>> shift);
    }
  }

  void text(int column, byte[] value) {
    room(5 + value.length);
    gathered[size++] = (byte) column;
    for (int shift = 24; shift >= 0; shift -= 8) {
      gathered[size++] = (byte) (value.length >>> shift);
    }
    System.arraycopy(value, 0, gathered, size, value.length);
    size += value.length;
  }

  void endRecord() {
    room(1);
    gathered[size++] = END;
    digest.update(gathered, 0, size);
    size = 0;
  }

  byte[] value() {
    return digest.digest();
  }

  private void room(int more) {
    if (gathered.length - size < more) {
      gathered = Arrays.copyOf(gathered, Math.max(gathered.length * 2, size + more));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
