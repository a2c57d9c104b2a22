package dev.cordon.kernel.perceptual;

import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Luma of interleaved bytes, the usual form of a decoded photograph, without a copy of them. */
final class ByteLuma implements Luma {

  private static final float[] RED = new float[256];
  private static final float[] GREEN = new float[256];
  private static final float[] BLUE = new float[256];

  static {
    for (int value = 0; value < 256; value++) {
      RED[value] = PictureLuma.of(value, 0, 0);
      GREEN[value] = PictureLuma.of(0, value, 0);
      BLUE[value] = PictureLuma.of(0, 0, value);
    }
  }

  private final Raster raster;
  private final byte[] bytes;
  private final int start;
  private final int rowStride;
  private final int pixelStride;
  private final int[] bands;

  ByteLuma(Raster raster) {
    this.raster = raster;
    PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
    bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
    rowStride = model.getScanlineStride();
    pixelStride = model.getPixelStride();
    bands = model.getBandOffsets();
    start =
        raster.getDataBuffer().getOffset()
            + (raster.getMinY() - raster.getSampleModelTranslateY()) * rowStride
            + (raster.getMinX() - raster.getSampleModelTranslateX()) * pixelStride;
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
    int first = start + row * rowStride;
    int red = first + bands[0];
    int green = first + bands[1];
    int blue = first + bands[2];
    int width = raster.getWidth();
    for (int column = 0; column < width; column++) {
      into[column] = RED[bytes[red] & 0xff] + GREEN[bytes[green] & 0xff] + BLUE[bytes[blue] & 0xff];
      red += pixelStride;
      green += pixelStride;
      blue += pixelStride;
    }
  }
}
