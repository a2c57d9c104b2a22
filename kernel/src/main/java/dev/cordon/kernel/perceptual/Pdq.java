package dev.cordon.kernel.perceptual;

import dev.cordon.kernel.hamming.Code256;
import java.util.Arrays;

/**
 * PDQ of one picture, as the Java reference of facebook/ThreatExchange computes it from the full
 * raster: the same luma gives the same bits and the same quality. (Its C++ sibling first reduces
 * what is larger than 512 pixels and differs by up to ten bits.)
 *
 * <p>One guard is added: a picture with a side below five pixels has the zero code and quality 0.
 * Objects of this class are immutable and may be shared between threads.
 */
public final class Pdq {

  private static final int SMALLEST_SIDE = 5;
  private static final int LARGEST_QUALITY = 100;
  private static final int GRADIENTS_PER_POINT_OF_QUALITY = 90;

  private final float[] frequencies;
  private final int quality;

  private Pdq(float[] frequencies, int quality) {
    this.frequencies = frequencies;
    this.quality = quality;
  }

  /** Reads the luma once, from its first row to its last. */
  public static Pdq of(Luma luma) {
    if (luma.width() < SMALLEST_SIDE || luma.height() < SMALLEST_SIDE) {
      return new Pdq(new float[Dct.SIZE * Dct.SIZE], 0);
    }
    float[] points = new JaroszFilter(luma).points();
    return new Pdq(Dct.of(points), quality(points));
  }

  /** The hash of the picture as it is. */
  public PdqHash hash() {
    return new PdqHash(code(Dihedral.ORIGINAL), quality);
  }

  /** The quality, 0 to 100. */
  public int quality() {
    return quality;
  }

  /** The code of the picture turned or mirrored, computed from its frequencies. */
  public Code256 code(Dihedral change) {
    return bits(change.apply(frequencies));
  }

  /** The steps between neighbours, each cut to a whole percent, as the definition has it. */
  private static int quality(float[] points) {
    int size = JaroszFilter.SIZE;
    int steps = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int place = row * size + column;
        if (row + 1 < size) {
          steps += percent(points[place], points[place + size]);
        }
        if (column + 1 < size) {
          steps += percent(points[place], points[place + 1]);
        }
      }
    }
    return Math.min(LARGEST_QUALITY, steps / GRADIENTS_PER_POINT_OF_QUALITY);
  }

  private static int percent(float one, float other) {
    return Math.abs((int) (((one - other) * 100) / 255));
  }

  /** A bit for each frequency above the median, the lower of the two in the middle. */
  private static Code256 bits(float[] frequencies) {
    float[] sorted = frequencies.clone();
    Arrays.sort(sorted);
    float median = sorted[(sorted.length - 1) / 2];
    long[] words = new long[4];
    for (int place = 0; place < frequencies.length; place++) {
      if (frequencies[place] > median) {
        words[place / Long.SIZE] |= 1L << (place % Long.SIZE);
      }
    }
    return new Code256(words[3], words[2], words[1], words[0]);
  }
}
