package dev.cordon.hashing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file as a decoder's input, read through one small buffer. The channel stays open. */
final class ChannelInput extends ImageInputStreamImpl {

  private static final int BUFFER_BYTES = 1 << 16;

  private final SeekableByteChannel channel;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long bufferStart;
  private int bufferLength;

  ChannelInput(SeekableByteChannel channel) {
    this.channel = channel;
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
    channel.position(streamPos);
    bufferStart = streamPos;
    bufferLength = Math.max(0, channel.read(ByteBuffer.wrap(buffer)));
    return bufferLength > 0;
  }

  @Override
  public long length() {
    try {
      return channel.size();
    } catch (IOException unknown) {
      return -1;
    }
  }
}
