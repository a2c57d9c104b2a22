package dev.cordon.kernel.perceptual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.kernel.KernelException;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@link PictureLuma}, one by one. */
class PictureLumaTest {

  private static final int WIDTH = 37;
  private static final int HEIGHT = 11;

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_BGR
      })
  void eightBitColour_isTakenAsItIs_andAlphaDropped(int type) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
    int[] pixels = new Random(type).ints(WIDTH * HEIGHT).toArray();
    picture.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);

    float[] luma = plane(PictureLuma.of(picture));

    for (int place = 0; place < pixels.length; place++) {
      int pixel = pixels[place];
      assertThat(luma[place])
          .isEqualTo(
              0.299f * (pixel >> 16 & 255) + 0.587f * (pixel >> 8 & 255) + 0.114f * (pixel & 255));
    }
  }

  /** The part of a larger raster, whose origin is not at its first byte. */
  @Test
  void part_startsAtItsOwnCorner() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    picture.setRGB(5, 3, 0x0a141e);

    float[] luma = plane(PictureLuma.of(picture.getSubimage(5, 3, 4, 4)));

    assertThat(luma[0]).isEqualTo(PictureLuma.of(0x0a, 0x14, 0x1e));
    assertThat(luma[1]).isZero();
  }

  @Test
  void grey_isItsSample_withoutAGammaCurve() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setSample(3, 2, 0, 119);

    assertThat(plane(PictureLuma.of(picture))[2 * WIDTH + 3])
        .isEqualTo(PictureLuma.of(119, 119, 119));
  }

  @Test
  void greyAndColourOfOnePicture_areNear() throws Exception {
    BufferedImage colour = PdqTest.picture("aaa-orig.jpg");
    BufferedImage grey =
        new BufferedImage(colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Luma luma = PictureLuma.of(colour);
    float[] row = new float[luma.width()];
    for (int y = 0; y < luma.height(); y++) {
      luma.read(y, row);
      for (int x = 0; x < row.length; x++) {
        grey.getRaster().setSample(x, y, 0, Math.round(row[x]));
      }
    }

    PdqHash one = Pdq.of(PictureLuma.of(colour)).hash();
    PdqHash other = Pdq.of(PictureLuma.of(grey)).hash();

    assertThat(one.code().distance(other.code())).isLessThanOrEqualTo(2);
    assertThat(other.quality()).isEqualTo(one.quality());
  }

  @Test
  void greyWithAlpha_losesItsAlpha() {
    ColorModel model = model(ColorSpace.CS_GRAY, true, false, DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
    raster.setPixel(1, 1, new int[] {200, 3});

    assertThat(plane(PictureLuma.of(picture(model, raster)))[WIDTH + 1])
        .isEqualTo(PictureLuma.of(200, 200, 200));
  }

  @Test
  void sixteenBits_areRoundedToTheNearestOfEight() {
    ColorModel model = model(ColorSpace.CS_sRGB, false, false, DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
    raster.setPixel(0, 0, new int[] {65535, 0x8000, 128});
    raster.setPixel(1, 0, new int[] {257 * 7 + 128, 257 * 7 + 129, 129});

    float[] luma = plane(PictureLuma.of(picture(model, raster)));

    assertThat(luma[0]).isEqualTo(PictureLuma.of(255, 128, 0));
    assertThat(luma[1]).isEqualTo(PictureLuma.of(7, 8, 1));
  }

  @Test
  void colourMultipliedByAlpha_isDividedAgain() {
    ColorModel model = model(ColorSpace.CS_sRGB, true, true, DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
    raster.setPixel(0, 0, new int[] {50, 25, 100, 100});
    raster.setPixel(1, 0, new int[] {9, 9, 9, 0});

    float[] luma = plane(PictureLuma.of(picture(model, raster)));

    assertThat(luma[0]).isEqualTo(PictureLuma.of(128, 64, 255));
    assertThat(luma[1]).isZero();
  }

  @Test
  void palette_namesTheColour() {
    byte[] red = {0, 10, 20};
    byte[] green = {0, 30, 40};
    byte[] blue = {0, 50, (byte) 250};
    IndexColorModel model = new IndexColorModel(8, 3, red, green, blue);
    BufferedImage picture =
        new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, model);
    picture.getRaster().setSample(0, 0, 0, 2);
    picture.getRaster().setSample(1, 0, 0, 200);

    float[] luma = plane(PictureLuma.of(picture));

    assertThat(luma[0]).isEqualTo(PictureLuma.of(20, 40, 250));
    assertThat(luma[1]).isZero();
  }

  @Test
  void inks_leaveLightOver() {
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 6, 6, 4, null);
    raster.setPixel(0, 0, new int[] {0, 100, 255, 0});
    raster.setPixel(1, 0, new int[] {0, 100, 255, 55});

    float[] plain = plane(PictureLuma.ofCmyk(raster, false));
    float[] inverted = plane(PictureLuma.ofCmyk(raster, true));

    assertThat(plain[0]).isEqualTo(PictureLuma.of(255, 155, 0));
    assertThat(plain[1]).isEqualTo(PictureLuma.of(200, 122, 0));
    assertThat(inverted[0]).isZero();
    assertThat(inverted[1]).isEqualTo(PictureLuma.of(0, 22, 55));
  }

  @Test
  void floatingPoint_isRefusedByName() {
    ColorModel model = model(ColorSpace.CS_GRAY, false, false, DataBuffer.TYPE_FLOAT);
    WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);

    assertThatThrownBy(() -> PictureLuma.of(picture(model, raster)))
        .isInstanceOf(KernelException.class)
        .hasMessageContaining("floating-point");
  }

  @Test
  void otherColourSpaces_areRefusedByName() {
    ColorModel model = model(ColorSpace.CS_CIEXYZ, false, false, DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);

    assertThatThrownBy(() -> PictureLuma.of(picture(model, raster)))
        .isInstanceOf(KernelException.class)
        .hasMessageContaining("no rule says");
  }

  private static ColorModel model(int space, boolean alpha, boolean multiplied, int type) {
    return new ComponentColorModel(
        ColorSpace.getInstance(space),
        alpha,
        multiplied,
        alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
        type);
  }

  private static BufferedImage picture(ColorModel model, WritableRaster raster) {
    return new BufferedImage(model, raster, model.isAlphaPremultiplied(), null);
  }

  private static float[] plane(Luma luma) {
    float[] plane = new float[luma.width() * luma.height()];
    float[] row = new float[luma.width()];
    for (int y = 0; y < luma.height(); y++) {
      luma.read(y, row);
      System.arraycopy(row, 0, plane, y * row.length, row.length);
    }
    return plane;
  }
}
