package dev.cordon.hashing;

import dev.cordon.decoder.Contents;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/** Contents as the input of an ImageIO decoder, read through one small buffer. */
final class ContentsInput extends ImageInputStreamImpl {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Contents contents;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long bufferStart;
  private int bufferLength;

  ContentsInput(Contents contents) {
    this.contents = contents;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    return fill() ? buffer[(int) (streamPos++ - bufferStart)] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int place = (int) (streamPos - bufferStart);
    int count = Math.min(length, bufferLength - place);
    System.arraycopy(buffer, place, into, from, count);
    streamPos += count;
    return count;
  }

  /** Makes sure that the byte at the present place is in the buffer; false at the end. */
  private boolean fill() throws IOException {
    if (streamPos >= bufferStart && streamPos < bufferStart + bufferLength) {
      return true;
    }
    bufferStart = streamPos;
    bufferLength = Math.max(0, contents.read(streamPos, buffer, buffer.length));
    return bufferLength > 0;
  }

  @Override
  public long length() {
    return contents.size();
  }
}
