package dev.cordon.hashing.lists;

import dev.cordon.formats.lists.ListClaim;
import dev.cordon.formats.lists.ListEntry;
import dev.cordon.hashing.HashingException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rows of a list by number, 16 bytes each, big-endian: short file, 6 bytes offset, int line,
 * short category, short claims; the highest bit of the claims says withdrawn. Safe for many
 * threads.
 */
final class RowFile implements AutoCloseable {

  private static final int BYTES = 16;
  private static final int WITHDRAWN = 1 << 15;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /**
   * A row.
   *
   * @param file which of the list's files it stands in, from 0
   * @param offset its first byte there
   * @param line its line, 0 where the form has none
   * @param category which of the list's categories, 0 for none
   */
  record Row(
      int file, long offset, long line, int category, Set<ListClaim> claims, boolean isWithdrawn) {}

  private final Arena arena;
  private final MemorySegment memory;

  private RowFile(Arena arena, MemorySegment memory) {
    this.arena = arena;
    this.memory = memory;
  }

  static void write(StoreFile to, ListEntry entry, int file, int category) throws IOException {
    int claims = entry.isWithdrawn() ? WITHDRAWN : 0;
    for (ListClaim claim : entry.claims()) {
      claims |= 1 << claim.ordinal();
    }
    long line = Math.min(entry.position().line(), 0xffff_ffffL);
    byte[] record =
        ByteBuffer.allocate(BYTES)
            .putLong((long) file << 48 | entry.position().byteOffset() & 0xffff_ffff_ffffL)
            .putLong(line << 32 | (long) category << 16 | claims)
            .array();
    to.write(record, 0, BYTES);
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed with this object.
  static RowFile open(Path path) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new RowFile(
          arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException | RuntimeException failed) {
      arena.close();
      throw failed;
    }
  }

  long count() {
    return memory.byteSize() / BYTES;
  }

  Row row(long number) {
    if (number < 0 || number >= count()) {
      throw new HashingException("the list store is damaged: it names a row it does not hold");
    }
    long place = memory.get(LONG, number * BYTES);
    long rest = memory.get(LONG, number * BYTES + Long.BYTES);
    EnumSet<ListClaim> claims = EnumSet.noneOf(ListClaim.class);
    for (ListClaim claim : ListClaim.values()) {
      if ((rest & 1L << claim.ordinal()) != 0) {
        claims.add(claim);
      }
    }
    return new Row(
        (int) (place >>> 48),
        place & 0xffff_ffff_ffffL,
        rest >>> 32,
        (int) (rest >>> 16 & 0xffff),
        claims,
        (rest & WITHDRAWN) != 0);
  }

  @Override
  public void close() {
    arena.close();
  }
}
