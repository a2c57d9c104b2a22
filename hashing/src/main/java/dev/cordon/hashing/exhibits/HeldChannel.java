package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.Contents;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Contents as a channel that can be read at any place and not written. For one thread. */
final class HeldChannel implements SeekableByteChannel {

  private final Contents contents;
  private long position;
  private boolean isOpen = true;

  HeldChannel(Contents contents) {
    this.contents = contents;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!isOpen) {
      throw new ClosedChannelException();
    }
    if (position >= contents.size()) {
      return -1;
    }
    byte[] piece = new byte[Math.min(target.remaining(), 1 << 16)];
    int count = contents.read(position, piece, piece.length);
    if (count > 0) {
      target.put(piece, 0, count);
      position += count;
    }
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long place) {
    if (place < 0) {
      throw new IllegalArgumentException("a position is not below 0: " + place);
    }
    position = place;
    return this;
  }

  @Override
  public long size() {
    return contents.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public void close() {
    isOpen = false;
  }
}
