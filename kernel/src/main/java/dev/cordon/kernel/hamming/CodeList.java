package dev.cordon.kernel.hamming;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A growing list of codes outside the heap, 32 bytes each, to hand many to an index at once. For
 * one thread; {@link #close} gives the memory back.
 */
public final class CodeList implements AutoCloseable {

  private static final int FIRST_CAPACITY = 1 << 10;

  private Arena arena = Arena.ofShared();
  private MemorySegment memory = arena.allocate((long) FIRST_CAPACITY * Layout.CODE_BYTES, 64);
  private int size;

  /** How many codes it holds. */
  public int size() {
    return size;
  }

  /**
   * Adds a code.
   *
   * @throws IllegalStateException beyond 2^28 codes
   */
  public void add(Code256 code) {
    long end = (long) size * Layout.CODE_BYTES;
    if (end == memory.byteSize()) {
      grow();
    }
    Layout.set(memory, end, code);
    size++;
  }

  /** The code that was added after {@code place} others. */
  public Code256 get(int place) {
    java.util.Objects.checkIndex(place, size);
    return Layout.get(memory, (long) place * Layout.CODE_BYTES);
  }

  /** Takes all codes out and keeps the memory. */
  public void clear() {
    size = 0;
  }

  @SuppressWarnings("MustBeClosedChecker") // The list closes it.
  private void grow() {
    if (size == Layout.MOST_CODES) {
      throw new IllegalStateException("a list holds at most " + Layout.MOST_CODES + " codes");
    }
    Arena larger = Arena.ofShared();
    MemorySegment copy = larger.allocate(memory.byteSize() * 2, 64);
    MemorySegment.copy(memory, 0, copy, 0, memory.byteSize());
    arena.close();
    arena = larger;
    memory = copy;
  }

  MemorySegment codes() {
    return memory.asSlice(0, (long) size * Layout.CODE_BYTES);
  }

  @Override
  public void close() {
    arena.close();
  }
}
