package dev.cordon.hashing.lists;

import dev.cordon.hashing.HashingException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Which row a position in the index of perceptual hashes belongs to: an int each, big-endian. */
record PositionRows(Arena arena, MemorySegment memory) implements AutoCloseable {

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  @SuppressWarnings("MustBeClosedChecker") // Closed with this object.
  static PositionRows open(Path path) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new PositionRows(
          arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException | RuntimeException failed) {
      arena.close();
      throw failed;
    }
  }

  long row(long position) {
    if (position < 0 || (position + 1) * Integer.BYTES > memory.byteSize()) {
      throw new HashingException("the list store is damaged: its index names a row it has not");
    }
    return Integer.toUnsignedLong(memory.get(INT, position * Integer.BYTES));
  }

  @Override
  public void close() {
    arena.close();
  }
}
