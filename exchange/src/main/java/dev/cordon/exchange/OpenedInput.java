package dev.cordon.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * What a decrypting channel gives, as a stream. It goes by what lies in the buffer: the channel
 * reports the end together with the last bytes.
 */
final class OpenedInput extends InputStream {

  private final ReadableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);

  OpenedInput(ReadableByteChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read() throws IOException {
    return filled() ? buffer.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!filled()) {
      return -1;
    }
    int read = Math.min(length, buffer.remaining());
    buffer.get(bytes, offset, read);
    return read;
  }

  private boolean filled() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      int unused = channel.read(buffer);
      buffer.flip();
    }
    return buffer.hasRemaining();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
