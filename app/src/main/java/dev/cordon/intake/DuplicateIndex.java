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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the keys of rows to find those that come again. An open hash table in a mapped file
 * that is gone when closed: the heap does not grow with the rows. It holds keyed digests only, the
 * key lives in memory. Not thread-safe.
 */
public final class DuplicateIndex implements AutoCloseable {

  private static final int SLOT_BYTES = 24;
  private static final long FIRST_SLOTS = 1 << 12;
  private static final int ROW_BITS = 44;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private record Table(SourceId source, String name) {}

  private final Path folder;
  private final byte[] secret = new byte[32];
  private final List<Table> tables = new ArrayList<>();
  private Arena arena;
  private MemorySegment slots;
  private long capacity = FIRST_SLOTS;
  private long used;

  /** Keeps its file in this folder. */
  @SuppressWarnings("MustBeClosedChecker") // closed by close()
  public DuplicateIndex(Path folder) {
    this.folder = folder;
    new SecureRandom().nextBytes(secret);
    this.arena = Arena.ofShared();
    this.slots = map(arena, capacity);
  }

  /**
   * The row that had this key in this group first, or null when this is the first, which is then
   * remembered.
   */
  public @Nullable Origin first(String group, byte[] key, Origin origin) {
    if (used * 10 > capacity * 6) {
      grow();
    }
    ByteBuffer digest = digest(group, key);
    long high = digest.getLong();
    long low = digest.getLong();
    long slot = find(slots, capacity, high, low);
    long value = slots.get(LONG, slot * SLOT_BYTES + 16);
    if (value != 0) {
      Table table = tables.get((int) (value >>> ROW_BITS));
      return new Origin(table.source, table.name, value & ((1L << ROW_BITS) - 1));
    }
    put(slots, slot, high, low, (long) number(origin) << ROW_BITS | origin.row());
    used++;
    return null;
  }

  @Override
  public void close() {
    arena.close();
  }

  private int number(Origin origin) {
    for (int index = tables.size() - 1; index >= 0; index--) {
      Table table = tables.get(index);
      if (table.name.equals(origin.table()) && table.source.equals(origin.source())) {
        return index;
      }
    }
    tables.add(new Table(origin.source(), origin.table()));
    return tables.size() - 1;
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

  private ByteBuffer digest(String group, byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret);
      digest.update(group.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return ByteBuffer.wrap(digest.digest(key));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
