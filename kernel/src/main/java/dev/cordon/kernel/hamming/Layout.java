package dev.cordon.kernel.hamming;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Where the parts of a segment lie in its memory or file, all numbers little-endian, each part at a
 * multiple of 64 bytes.
 *
 * <pre>
 * codes        count times 4 longs, the highest bits first
 * per chunk:
 *   directory  2^upper + 1 ints: where in the postings each block begins; the last is count
 *   postings   count ints, ordered by block: low 28 bits the code's number, high 4 bits the low 4
 *              bits of its chunk value
 * </pre>
 *
 * A block holds 16 neighbouring chunk values, so the directory is small enough to stay in a cache
 * and values that differ in their low bits share the postings' cache lines.
 */
final class Layout {

  static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** The bytes of a code. */
  static final int CODE_BYTES = Code256.BITS / Byte.SIZE;

  /** The bits of a chunk value that do not choose the block. */
  static final int LOW_BITS = 4;

  /** The chunk values of a block. */
  static final int VALUES_PER_BLOCK = 1 << LOW_BITS;

  /** The bits of a code's number. */
  static final int NUMBER_BITS = Integer.SIZE - LOW_BITS;

  /** The most codes of a segment. */
  static final int MOST_CODES = 1 << NUMBER_BITS;

  /** The fewest chunks: with fewer, a chunk's values would be too many for a directory. */
  static final int FEWEST_CHUNKS = 9;

  /** The most chunks: with more, a chunk would not have more bits than its low ones. */
  static final int MOST_CHUNKS = 51;

  private static final long ALIGNMENT = 64;

  private final int count;
  private final Chunks chunks;
  private final long[] directories;
  private final long[] postings;
  private final long size;

  /** For that many codes in that many chunks; 0 for codes without tables. */
  Layout(int count, int chunkCount) {
    this.count = count;
    this.chunks = new Chunks(chunkCount);
    directories = new long[chunkCount];
    postings = new long[chunkCount];
    long end = aligned((long) count * CODE_BYTES);
    for (int chunk = 0; chunk < chunkCount; chunk++) {
      directories[chunk] = end;
      end = aligned(end + ((1L << upperBits(chunk)) + 1) * Integer.BYTES);
      postings[chunk] = end;
      end = aligned(end + (long) count * Integer.BYTES);
    }
    size = end;
  }

  private static long aligned(long offset) {
    return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  int count() {
    return count;
  }

  Chunks chunks() {
    return chunks;
  }

  /** The bits of a chunk value that choose the block. */
  int upperBits(int chunk) {
    return chunks.bits(chunk) - LOW_BITS;
  }

  double meanPostingsPerBlock(int chunk) {
    return count / (double) (1L << upperBits(chunk));
  }

  long codeAt(long number) {
    return number * CODE_BYTES;
  }

  long directory(int chunk) {
    return directories[chunk];
  }

  long postings(int chunk) {
    return postings[chunk];
  }

  /** The code at that offset. */
  static Code256 get(MemorySegment memory, long at) {
    return new Code256(
        memory.get(LONG, at),
        memory.get(LONG, at + 8),
        memory.get(LONG, at + 16),
        memory.get(LONG, at + 24));
  }

  /** Writes a code at that offset. */
  static void set(MemorySegment memory, long at, Code256 code) {
    memory.set(LONG, at, code.first());
    memory.set(LONG, at + 8, code.second());
    memory.set(LONG, at + 16, code.third());
    memory.set(LONG, at + 24, code.fourth());
  }

  /** The bytes of the whole. */
  long size() {
    return size;
  }
}
