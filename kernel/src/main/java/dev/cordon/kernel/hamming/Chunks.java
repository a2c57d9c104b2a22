package dev.cordon.kernel.hamming;

/**
 * A division of the 256 bits into chunks: chunk {@code i} of {@code m} holds each bit whose place
 * leaves {@code i} when divided by {@code m}. Neighbouring bits of a perceptual code tell of
 * neighbouring frequencies; taken apart like this, no chunk is made of one kind of bit only.
 */
final class Chunks {

  private static final int WORDS = 4;

  private final int count;
  private final long[] masks;
  private final int[] bits;

  Chunks(int count) {
    this.count = count;
    masks = new long[count * WORDS];
    bits = new int[count];
    for (int place = 0; place < Code256.BITS && count > 0; place++) {
      int chunk = place % count;
      masks[chunk * WORDS + place / Long.SIZE] |= 1L << (place % Long.SIZE);
      bits[chunk]++;
    }
  }

  int count() {
    return count;
  }

  /** How many bits a chunk has. */
  int bits(int chunk) {
    return bits[chunk];
  }

  /** The chunk's bits of a code, close together. */
  int value(int chunk, long first, long second, long third, long fourth) {
    int at = chunk * WORDS;
    long value = Long.compress(first, masks[at]);
    value = value << Long.bitCount(masks[at + 1]) | Long.compress(second, masks[at + 1]);
    value = value << Long.bitCount(masks[at + 2]) | Long.compress(third, masks[at + 2]);
    value = value << Long.bitCount(masks[at + 3]) | Long.compress(fourth, masks[at + 3]);
    return (int) value;
  }

  /** In how many bits of the chunk two codes differ, given the bits in which they differ at all. */
  int distance(int chunk, long first, long second, long third, long fourth) {
    int at = chunk * WORDS;
    return Long.bitCount(first & masks[at])
        + Long.bitCount(second & masks[at + 1])
        + Long.bitCount(third & masks[at + 2])
        + Long.bitCount(fourth & masks[at + 3]);
  }
}
