package dev.cordon.hashing;

import dev.cordon.kernel.perceptual.PdqHash;

/**
 * A picture's perceptual hash and how its pixels were obtained, on which the last bits depend.
 *
 * @param hash the hash
 * @param path {@code imageio-full}, or {@code imageio-subsampled-N}: every N-th pixel of every N-th
 *     row
 * @param warning what the decoder complained of and went on; empty when it did not
 */
record HashedPicture(PdqHash hash, String path, String warning) {

  static final String FULL = "imageio-full";

  boolean isReduced() {
    return !path.equals(FULL);
  }
}
