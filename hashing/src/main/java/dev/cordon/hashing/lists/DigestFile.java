package dev.cordon.hashing.lists;

import dev.cordon.formats.lists.HashKind;
import dev.cordon.hashing.HashingException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Digests of one kind in order, mapped into memory. Safe for many threads.
 *
 * <pre>
 * 16 bytes   "CRDDIG01", int bytes of a digest, int zero
 * records    digest, int number of the row (unsigned), both big-endian
 * 65537 long how many records begin with two bytes below this; the last: all of them
 * </pre>
 */
final class DigestFile implements AutoCloseable {

  private static final long MAGIC =
      ByteBuffer.wrap("CRDDIG01".getBytes(StandardCharsets.US_ASCII)).getLong();
  private static final int HEAD = 16;
  private static final int STARTS = 1 << 16;
  private static final long DIRECTORY = (STARTS + 1L) * Long.BYTES;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /** Takes the rows that hold a digest. */
  @FunctionalInterface
  interface Rows {
    /** One row's number; false wants no more. */
    boolean row(long number);
  }

  private final Arena arena;
  private final MemorySegment memory;
  private final int digestBytes;
  private final int recordBytes;
  private final long count;

  private DigestFile(Arena arena, MemorySegment memory, int digestBytes, Path path) {
    this.arena = arena;
    this.memory = memory;
    this.digestBytes = digestBytes;
    this.recordBytes = digestBytes + Integer.BYTES;
    long records = memory.byteSize() - HEAD - DIRECTORY;
    this.count = records / recordBytes;
    boolean isWhole =
        records >= 0
            && records % recordBytes == 0
            && memory.get(LONG, 0) == MAGIC
            && memory.get(INT, Long.BYTES) == digestBytes
            && start(STARTS) == count;
    if (!isWhole) {
      throw new HashingException(path.getFileName() + " of the list store is damaged");
    }
  }

  /** Writes a file from sorted records; returns its length and checksum by the closed file. */
  static StoreFile write(Path path, HashKind kind, DigestSorter sorter) throws IOException {
    int recordBytes = kind.bytes() + Integer.BYTES;
    long[] starts = new long[STARTS + 1];
    StoreFile file = new StoreFile(path);
    try (file) {
      file.write(
          ByteBuffer.allocate(HEAD).putLong(MAGIC).putInt(kind.bytes()).putInt(0).array(), 0, HEAD);
      sorter.sortInto((bytes, from, length) -> {
        for (int at = from; at < from + length; at += recordBytes) {
          starts[((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) + 1]++;
        }
        file.write(bytes, from, length);
      });
      ByteBuffer directory = ByteBuffer.allocate((int) DIRECTORY);
      long sum = 0;
      for (long one : starts) {
        sum += one;
        directory.putLong(sum);
      }
      file.write(directory.array(), 0, directory.capacity());
    }
    return file;
  }

  /**
   * Maps a file.
   *
   * @throws HashingException when it is not what it must be
   */
  @SuppressWarnings("MustBeClosedChecker") // Closed with this object.
  static DigestFile open(Path path, HashKind kind) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() < HEAD + DIRECTORY) {
        throw new HashingException(path.getFileName() + " of the list store is cut");
      }
      MemorySegment memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new DigestFile(arena, memory, kind.bytes(), path);
    } catch (IOException | RuntimeException failed) {
      arena.close();
      throw failed;
    }
  }

  /** How many records it holds. */
  long count() {
    return count;
  }

  private long start(int begin) {
    return memory.get(LONG, memory.byteSize() - DIRECTORY + (long) begin * Long.BYTES);
  }

  /** Hands over the rows of a digest, in the order of their numbers. */
  void find(byte[] digest, Rows rows) {
    MemorySegment wanted = MemorySegment.ofArray(digest);
    int begin = (digest[0] & 0xff) << 8 | digest[1] & 0xff;
    long low = Math.clamp(start(begin), 0, count);
    long end = Math.clamp(start(begin + 1), low, count);
    long high = end;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (compare(middle, wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (low < end && compare(low, wanted) == 0) {
      if (!rows.row(Integer.toUnsignedLong(memory.get(INT, at(low) + digestBytes)))) {
        return;
      }
      low++;
    }
  }

  private long at(long record) {
    return HEAD + record * recordBytes;
  }

  private int compare(long record, MemorySegment wanted) {
    long start = at(record);
    int order = Long.compareUnsigned(memory.get(LONG, start), wanted.get(LONG, 0));
    if (order != 0) {
      return order;
    }
    long differs =
        MemorySegment.mismatch(memory, start, start + digestBytes, wanted, 0, digestBytes);
    return differs < 0
        ? 0
        : Byte.compareUnsigned(
            memory.get(ValueLayout.JAVA_BYTE, start + differs),
            wanted.get(ValueLayout.JAVA_BYTE, differs));
  }

  @Override
  public void close() {
    arena.close();
  }
}
