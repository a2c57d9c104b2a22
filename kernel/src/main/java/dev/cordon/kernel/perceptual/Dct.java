package dev.cordon.kernel.perceptual;

/**
 * The discrete cosine transform of 64 by 64 values, of which PDQ uses frequencies 1 to 16 in both
 * directions: {@code D A Dᵗ} with {@code D[i][j] = sqrt(2/64) cos(pi/128 (i+1)(2j+1))}, all in
 * single precision. Each sum adds its 64 products in their order, which the bits depend on; the
 * loops are nested so that the innermost runs over independent sums.
 */
final class Dct {

  /** Frequencies in each direction. */
  static final int SIZE = 16;

  /** Values in each direction. */
  static final int INPUT = JaroszFilter.SIZE;

  private static final float[] MATRIX = new float[SIZE * INPUT];
  private static final float[] TRANSPOSED = new float[SIZE * INPUT];

  static {
    float scale = (float) Math.sqrt(2.0 / INPUT);
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < INPUT; j++) {
        float value =
            (float) (scale * StrictMath.cos((Math.PI / 2 / INPUT) * (i + 1) * (2 * j + 1)));
        MATRIX[i * INPUT + j] = value;
        TRANSPOSED[j * SIZE + i] = value;
      }
    }
  }

  private Dct() {}

  /** The 16 by 16 frequencies, row after row. */
  static float[] of(float[] values) {
    return times(times(MATRIX, values, INPUT), TRANSPOSED, SIZE);
  }

  /** The product of a matrix of 16 rows of 64 and one of 64 rows of {@code columns}. */
  private static float[] times(float[] left, float[] right, int columns) {
    float[] product = new float[SIZE * columns];
    float[] sums = new float[columns];
    for (int i = 0; i < SIZE; i++) {
      java.util.Arrays.fill(sums, 0);
      for (int k = 0; k < INPUT; k++) {
        float factor = left[i * INPUT + k];
        int from = k * columns;
        for (int j = 0; j < columns; j++) {
          sums[j] += factor * right[from + j];
        }
      }
      System.arraycopy(sums, 0, product, i * columns, columns);
    }
    return product;
  }
}
