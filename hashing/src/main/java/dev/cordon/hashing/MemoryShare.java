package dev.cordon.hashing;

import java.util.concurrent.Semaphore;

/**
 * A share of the heap that several threads divide among them; who needs more than is free waits.
 */
final class MemoryShare {

  /** A part in use; closing gives it back. */
  interface Part extends AutoCloseable {
    @Override
    void close();
  }

  private static final int UNIT_BYTES = 1 << 16;

  private final int units;
  private final Semaphore free;

  MemoryShare(long bytes) {
    units = (int) Math.clamp(bytes / UNIT_BYTES, 1, Integer.MAX_VALUE);
    free = new Semaphore(units, true);
  }

  /**
   * Takes a part, waiting for it where others use it.
   *
   * @throws Decoding.NotDecodedException where the whole share is smaller
   */
  Part take(long bytes, String what) {
    long wanted = bytes / UNIT_BYTES + 1;
    if (wanted > units) {
      throw new Decoding.NotDecodedException(
          what
              + " need about "
              + (bytes >> 20)
              + " MB and "
              + ((long) units * UNIT_BYTES >> 20)
              + " MB are set aside; start with a larger heap (CORDON_HEAP)");
    }
    int taken = (int) wanted;
    free.acquireUninterruptibly(taken);
    return () -> free.release(taken);
  }
}
