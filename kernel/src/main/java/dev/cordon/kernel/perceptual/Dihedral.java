package dev.cordon.kernel.perceptual;

/**
 * The eight ways to turn and mirror a picture, and what each does to its frequencies. The codes
 * differ slightly from those of the turned file, whose rows and columns are sampled elsewhere.
 */
public enum Dihedral {
  /** As it is. */
  ORIGINAL(false, false, false),
  /** A quarter turn. */
  ROTATE_90(true, true, false),
  /** Half a turn. */
  ROTATE_180(false, true, true),
  /** A quarter turn the other way. */
  ROTATE_270(true, false, true),
  /** Top and bottom exchanged. */
  FLIP_X(false, false, true),
  /** Left and right exchanged. */
  FLIP_Y(false, true, false),
  /** Mirrored at the main diagonal. */
  FLIP_PLUS_1(true, false, false),
  /** Mirrored at the other diagonal. */
  FLIP_MINUS_1(true, true, true);

  private final boolean transposes;
  private final boolean negatesOddColumns;
  private final boolean negatesOddRows;

  Dihedral(boolean transposes, boolean negatesOddColumns, boolean negatesOddRows) {
    this.transposes = transposes;
    this.negatesOddColumns = negatesOddColumns;
    this.negatesOddRows = negatesOddRows;
  }

  /** The 16 by 16 frequencies of the changed picture, row after row. */
  float[] apply(float[] frequencies) {
    int size = Dct.SIZE;
    float[] changed = new float[frequencies.length];
    for (int row = 0; row < size; row++) {
      // Places count from 0 and frequencies from 1, so even places hold the odd ones.
      boolean negatesRow = negatesOddRows && (row & 1) == 0;
      for (int column = 0; column < size; column++) {
        boolean negates = negatesRow ^ (negatesOddColumns && (column & 1) == 0);
        float value = frequencies[row * size + column];
        changed[transposes ? column * size + row : row * size + column] = negates ? -value : value;
      }
    }
    return changed;
  }
}
