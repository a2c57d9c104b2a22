package dev.cordon.kernel.perceptual;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Luma of a picture whose samples are places in a palette. */
final class PaletteLuma implements Luma {

  private final Raster raster;
  private final float[] luma;
  private final int[] samples;

  PaletteLuma(Raster raster, IndexColorModel palette) {
    this.raster = raster;
    luma = new float[palette.getMapSize()];
    for (int place = 0; place < luma.length; place++) {
      luma[place] =
          PictureLuma.of(palette.getRed(place), palette.getGreen(place), palette.getBlue(place));
    }
    samples = new int[raster.getWidth()];
  }

  @Override
  public int width() {
    return raster.getWidth();
  }

  @Override
  public int height() {
    return raster.getHeight();
  }

  /** A place beyond the palette is black, as viewers show it. */
  @Override
  public void read(int row, float[] into) {
    raster.getSamples(raster.getMinX(), raster.getMinY() + row, samples.length, 1, 0, samples);
    for (int column = 0; column < samples.length; column++) {
      int place = samples[column];
      into[column] = place < luma.length ? luma[place] : 0;
    }
  }
}
