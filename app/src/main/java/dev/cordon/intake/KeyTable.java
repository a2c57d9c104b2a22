package dev.cordon.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * An open hash table of 128-bit keys and 64-bit values other than 0, in a mapped file that is gone
 * when closed: the heap does not grow with the keys. Not thread-safe.
 */
final class KeyTable implements AutoCloseable {

  private static final int SLOT_BYTES = 24;
  private static final long FIRST_SLOTS = 1 << 12;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private final Path folder;
  private Arena arena;
  private MemorySegment slots;
  private long capacity = FIRST_SLOTS;
  private long filled;

  /** Keeps its file in this folder. */
  @SuppressWarnings("MustBeClosedChecker") // closed by close()
  KeyTable(Path folder) {
    this.folder = folder;
    this.arena = Arena.ofShared();
    this.slots = map(arena, capacity);
  }

  /** The value this key has; 0 when it had none, and now has this one. */
  long putIfAbsent(long high, long low, long value) {
    if (filled * 10 > capacity * 6) {
      grow();
    }
    long slot = find(slots, capacity, high, low);
    long known = slots.get(LONG, slot * SLOT_BYTES + 16);
    if (known == 0) {
      put(slots, slot, high, low, value);
      filled++;
    }
    return known;
  }

  @Override
  public void close() {
    arena.close();
  }

  @SuppressWarnings("MustBeClosedChecker") // takes the place of the arena that close() closes
  private void grow() {
    Arena nextArena = Arena.ofShared();
    MemorySegment next = map(nextArena, capacity * 2);
    for (long slot = 0; slot < capacity; slot++) {
      long value = slots.get(LONG, slot * SLOT_BYTES + 16);
      if (value != 0) {
        long high = slots.get(LONG, slot * SLOT_BYTES);
        long low = slots.get(LONG, slot * SLOT_BYTES + 8);
        put(next, find(next, capacity * 2, high, low), high, low, value);
      }
    }
    arena.close();
    arena = nextArena;
    slots = next;
    capacity *= 2;
  }

  private static long find(MemorySegment slots, long capacity, long high, long low) {
    long slot = high & (capacity - 1);
    while (slots.get(LONG, slot * SLOT_BYTES + 16) != 0
        && (slots.get(LONG, slot * SLOT_BYTES) != high
            || slots.get(LONG, slot * SLOT_BYTES + 8) != low)) {
      slot = (slot + 1) & (capacity - 1);
    }
    return slot;
  }

  private static void put(MemorySegment slots, long slot, long high, long low, long value) {
    slots.set(LONG, slot * SLOT_BYTES, high);
    slots.set(LONG, slot * SLOT_BYTES + 8, low);
    slots.set(LONG, slot * SLOT_BYTES + 16, value);
  }

  private MemorySegment map(Arena owner, long slotCount) {
    Path file = folder.resolve(".keys-" + UUID.randomUUID());
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      // Written once before it is mapped: a full disk is an exception here, a crash later.
      ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      for (long left = slotCount * SLOT_BYTES; left > 0; left -= zeros.limit()) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), left));
        while (zeros.hasRemaining()) {
          channel.write(zeros);
        }
      }
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, slotCount * SLOT_BYTES, owner);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
