package dev.cordon.decoder;

import java.io.IOException;

/**
 * The bytes of one file, read where a decoder asks for them. Implementations need not be safe for
 * threads; a decoder asks one piece at a time.
 */
public interface Contents {

  /** How many bytes there are. */
  long size();

  /**
   * Reads some bytes from a place on.
   *
   * @param position from 0; beyond the end nothing is there
   * @param into where they go, from its start
   * @param length the most that are wanted, at least 1
   * @return how many were read, at least 1; -1 at the end
   * @throws IOException when they can not be read; the file is then not decoded
   */
  int read(long position, byte[] into, int length) throws IOException;

  /** Bytes in memory, which are not copied. */
  static Contents of(byte[] bytes) {
    return new Contents() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public int read(long position, byte[] into, int length) {
        if (position >= bytes.length) {
          return -1;
        }
        int count = (int) Math.min(length, bytes.length - position);
        System.arraycopy(bytes, (int) position, into, 0, count);
        return count;
      }
    };
  }
}
