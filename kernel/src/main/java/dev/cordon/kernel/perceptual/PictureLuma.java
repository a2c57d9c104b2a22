package dev.cordon.kernel.perceptual;

import dev.cordon.kernel.KernelException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * Luma of decoded pictures: {@code 0.299 R + 0.587 G + 0.114 B} in single precision, of red, green
 * and blue from 0 to 255.
 *
 * <p>Rules, so that one picture has one hash whoever decodes it:
 *
 * <ul>
 *   <li>8-bit red, green, blue: the samples as they are. No colour profile and no orientation mark
 *       is applied.
 *   <li>Palette: the colour the entry names.
 *   <li>Grey: red, green and blue are the sample. (The Java reference converts it as linear light,
 *       which moves the hash by up to 14 bits; the other references do not.)
 *   <li>More or fewer than 8 bits: the sample is scaled to 0..255 and rounded to the nearest (PNG
 *       specification, section 13.12).
 *   <li>Alpha is dropped, not blended with a background; where the colour was multiplied by it,
 *       that is undone.
 *   <li>CMYK: {@code R = (255 - C)(255 - K) / 255} and so on, rounded; Adobe stores all four
 *       inverted.
 *   <li>Anything else (floating point, Lab) is refused by name.
 * </ul>
 *
 * The objects made here are for one thread and one reading.
 */
public final class PictureLuma {

  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private PictureLuma() {}

  /** The luma of one colour, each part from 0 to 255. */
  static float of(int red, int green, int blue) {
    return RED * red + GREEN * green + BLUE * blue;
  }

  /**
   * The luma of a decoded picture.
   *
   * @throws KernelException when no rule says how its colours are read
   */
  public static Luma of(BufferedImage picture) {
    Raster raster = picture.getRaster();
    ColorModel colours = picture.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return new PaletteLuma(raster, palette);
    }
    return switch (colours.getColorSpace().getType()) {
      case ColorSpace.TYPE_RGB -> ofRgb(raster, colours);
      case ColorSpace.TYPE_GRAY -> new SampleLuma(raster, SampleLuma.Colours.GREY, colours);
      case ColorSpace.TYPE_CMYK -> ofCmyk(raster, false);
      default ->
          throw new KernelException(
              "no rule says how colours of the space "
                  + colours.getColorSpace().getName(0)
                  + " are read");
    };
  }

  /** The luma of cyan, magenta, yellow and black, of 8 bits each. */
  public static Luma ofCmyk(Raster raster, boolean inverted) {
    return new SampleLuma(
        raster, inverted ? SampleLuma.Colours.CMYK_INVERTED : SampleLuma.Colours.CMYK, null);
  }

  private static Luma ofRgb(Raster raster, ColorModel colours) {
    boolean bytes =
        raster.getSampleModel() instanceof PixelInterleavedSampleModel
            && raster.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE
            && raster.getDataBuffer().getNumBanks() == 1
            && raster.getNumBands() >= 3
            && !colours.isAlphaPremultiplied();
    return bytes ? new ByteLuma(raster) : new SampleLuma(raster, SampleLuma.Colours.RGB, colours);
  }
}
