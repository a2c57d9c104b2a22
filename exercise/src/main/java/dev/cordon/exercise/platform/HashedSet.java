package dev.cordon.exercise.platform;

/**
 * A set of texts kept as 64-bit hashes with open addressing: eight bytes a text instead of a
 * hundred.
 */
final class HashedSet {
  private final long[] slots;
  private final int mask;

  HashedSet(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected)) << 2;
    slots = new long[capacity];
    mask = capacity - 1;
  }

  /** Adds a text; false if it (or, very rarely, another of the same hash) is already there. */
  boolean add(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    hash = hash == 0 ? 1 : hash;
    int slot = (int) (hash >>> 20) & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == hash) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = hash;
    return true;
  }
}
