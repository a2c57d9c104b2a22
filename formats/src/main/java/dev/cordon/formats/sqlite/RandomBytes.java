package dev.cordon.formats.sqlite;

import dev.cordon.formats.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** Bytes that can be read at any place. */
public interface RandomBytes {

  /** How many there are. */
  long size();

  /** Reads up to so many bytes at this place into the target's start; returns how many. */
  int read(long offset, byte[] target, int length) throws IOException;

  /** The bytes of an open file, of which this keeps the position. One thread at a time. */
  static RandomBytes of(SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    return new RandomBytes() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public int read(long offset, byte[] target, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
        channel.position(offset);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
          // A channel may give less than asked for.
        }
        return buffer.position();
      }
    };
  }

  /**
   * The content of a stream, held in memory: what is packed must not be unpacked to a disk.
   *
   * @throws FormatException when it holds more than the limit
   */
  static RandomBytes inMemory(InputStream stream, long limitBytes) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    long size = 0;
    byte[] block;
    while ((block = stream.readNBytes(MemoryBytes.BLOCK_BYTES)).length > 0) {
      size += block.length;
      if (size > limitBytes) {
        throw new FormatException(
            "the packed SQLite database holds more than "
                + limitBytes
                + " bytes; unpack it and take the file in as it is");
      }
      blocks.add(block);
    }
    return new MemoryBytes(blocks, size);
  }
}
