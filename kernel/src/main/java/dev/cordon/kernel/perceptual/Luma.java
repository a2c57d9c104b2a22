package dev.cordon.kernel.perceptual;

/**
 * The brightness of a picture, read once from top to bottom, so that a source may decode while it
 * is read and need not hold the whole picture.
 */
public interface Luma {

  /** Columns of the picture, at least one. */
  int width();

  /** Rows of the picture, at least one. */
  int height();

  /**
   * Writes one row: values from 0 to 255 into the first {@code width} places of {@code into}. Rows
   * are asked for in their order, each once.
   */
  void read(int row, float[] into);
}
