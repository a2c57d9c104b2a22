package dev.cordon.kernel.perceptual;

import dev.cordon.kernel.hamming.Code256;

/**
 * A PDQ hash.
 *
 * @param code its bits; bit {@code 16 i + j} tells of the frequency {@code (i + 1, j + 1)}
 * @param quality how much there was to see, 0 to 100; below 50 two hashes should not be compared
 */
public record PdqHash(Code256 code, int quality) {

  /** The distance up to which two pictures of good quality are called similar. */
  public static final int SIMILAR_DISTANCE = 31;
}
