package dev.cordon.intake.internal;

import dev.cordon.formats.sqlite.RandomBytes;
import java.io.IOException;
import java.io.InputStream;

/** Reads bytes that lie at any place from front to back. */
final class RandomStream extends InputStream {

  private final RandomBytes bytes;
  private long place;

  RandomStream(RandomBytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    byte[] piece = offset == 0 ? target : new byte[length];
    int count = bytes.read(place, piece, length);
    if (count <= 0) {
      return -1;
    }
    if (offset != 0) {
      System.arraycopy(piece, 0, target, offset, count);
    }
    place += count;
    return count;
  }
}
