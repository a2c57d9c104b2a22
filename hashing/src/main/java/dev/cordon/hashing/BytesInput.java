package dev.cordon.hashing;

import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as a decoder's input, without a copy and without a temporary file. */
final class BytesInput extends ImageInputStreamImpl {

  private final byte[] bytes;

  BytesInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    setBitOffsetToStart();
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    Objects.checkFromIndexSize(from, length, into.length);
    setBitOffsetToStart();
    if (streamPos >= bytes.length) {
      return length == 0 ? 0 : -1;
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, into, from, count);
    streamPos += count;
    return count;
  }

  private void setBitOffsetToStart() {
    bitOffset = 0;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
