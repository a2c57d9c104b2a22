package dev.cordon.intake.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Leaves zero bytes out: makes ASCII of text in UTF-16, for looking through only. */
final class WithoutZeros extends FilterInputStream {

  WithoutZeros(InputStream stream) {
    super(stream);
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
    int kept = 0;
    while (kept == 0) {
      int count = in.read(target, offset, length);
      if (count < 0) {
        return -1;
      }
      for (int index = offset; index < offset + count; index++) {
        if (target[index] != 0) {
          target[offset + kept++] = target[index];
        }
      }
    }
    return kept;
  }
}
