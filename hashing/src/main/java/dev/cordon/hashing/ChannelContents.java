package dev.cordon.hashing;

import dev.cordon.decoder.Contents;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** An open file as contents; the channel stays open and its size is that of the beginning. */
final class ChannelContents implements Contents {

  private final SeekableByteChannel channel;
  private final long size;

  ChannelContents(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    size = channel.size();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(long position, byte[] into, int length) throws IOException {
    channel.position(position);
    return channel.read(ByteBuffer.wrap(into, 0, length));
  }
}
