package dev.cordon.kernel.perceptual;

import dev.cordon.kernel.KernelException;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/** Luma of whole-number samples of any layout and depth up to 32 bits. */
final class SampleLuma implements Luma {

  /** What the bands mean. */
  enum Colours {
    RGB(3),
    GREY(1),
    CMYK(4),
    CMYK_INVERTED(4);

    private final int bands;

    Colours(int bands) {
      this.bands = bands;
    }
  }

  private static final long WHITE = 255;

  private final Raster raster;
  private final Colours colours;
  private final long[] largest;
  private final int bands;
  private final boolean isMultiplied;
  private final int[] samples;

  SampleLuma(Raster raster, Colours colours, @Nullable ColorModel model) {
    this.raster = raster;
    this.colours = colours;
    bands = raster.getNumBands();
    isMultiplied = model != null && model.isAlphaPremultiplied() && bands > colours.bands;
    int type = raster.getTransferType();
    if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
      throw new KernelException("no rule says how floating-point samples are read");
    }
    if (bands < colours.bands) {
      throw new KernelException(
          colours + " needs " + colours.bands + " samples a pixel, and there are " + bands);
    }
    largest = new long[bands];
    for (int band = 0; band < bands; band++) {
      largest[band] = (1L << raster.getSampleModel().getSampleSize(band)) - 1;
    }
    samples = new int[Math.multiplyExact(raster.getWidth(), bands)];
  }

  @Override
  public int width() {
    return raster.getWidth();
  }

  @Override
  public int height() {
    return raster.getHeight();
  }

  @Override
  public void read(int row, float[] into) {
    int width = raster.getWidth();
    raster.getPixels(raster.getMinX(), raster.getMinY() + row, width, 1, samples);
    for (int column = 0; column < width; column++) {
      into[column] = at(column * bands);
    }
  }

  private float at(int pixel) {
    return switch (colours) {
      case RGB -> PictureLuma.of(colour(pixel, 0), colour(pixel, 1), colour(pixel, 2));
      case GREY -> {
        int grey = colour(pixel, 0);
        yield PictureLuma.of(grey, grey, grey);
      }
      case CMYK, CMYK_INVERTED -> PictureLuma.of(ink(pixel, 0), ink(pixel, 1), ink(pixel, 2));
    };
  }

  /** The sample from 0 to 255, rounded to the nearest. */
  private int scaled(int pixel, int band) {
    long most = largest[band];
    long sample = samples[pixel + band] & most;
    return (int) (most == WHITE ? sample : (sample * WHITE + most / 2) / most);
  }

  private int colour(int pixel, int band) {
    if (!isMultiplied) {
      return scaled(pixel, band);
    }
    long alpha = samples[pixel + bands - 1] & largest[bands - 1];
    if (alpha == 0) {
      return 0;
    }
    long sample = samples[pixel + band] & largest[band];
    return (int) Math.min(WHITE, (sample * WHITE + alpha / 2) / alpha);
  }

  /** What light an ink and black leave over. */
  private int ink(int pixel, int band) {
    boolean inverted = colours == Colours.CMYK_INVERTED;
    long light = inverted ? scaled(pixel, band) : WHITE - scaled(pixel, band);
    long paper = inverted ? scaled(pixel, 3) : WHITE - scaled(pixel, 3);
    return (int) ((light * paper + WHITE / 2) / WHITE);
  }
}
