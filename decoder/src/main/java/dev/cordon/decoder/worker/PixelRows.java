package dev.cordon.decoder.worker;

import dev.cordon.kernel.perceptual.Luma;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Luma of a decoded frame, row by row, by the rules of {@code PictureLuma}: colours as they are,
 * without a profile; grey as it is; alpha dropped; other depths scaled to 0..255. Of a frame stored
 * as luma and colour differences the luma is taken, stretched from 16..235 where the frame says
 * that it is so narrow.
 */
final class PixelRows implements Luma {

  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;
  private static final int COLOURS = 3;
  private static final int NARROW_BLACK = 16;
  private static final float NARROW_RANGE = 219;

  private final AVFrame frame;
  private final AVPixFmtDescriptor form;
  private final boolean isRgb;
  private final boolean isNarrow;
  private final boolean isInverted;
  private final byte[] palette;
  private final Samples[] samples;
  private final float[] levels;

  PixelRows(AVFrame frame) {
    this.frame = frame;
    AVPixFmtDescriptor described = avutil.av_pix_fmt_desc_get(frame.format());
    if (described == null || described.isNull()) {
      throw new NotDecodedException("pixels of an unknown form " + frame.format());
    }
    form = described;
    long refused =
        avutil.AV_PIX_FMT_FLAG_HWACCEL
            | avutil.AV_PIX_FMT_FLAG_FLOAT
            | avutil.AV_PIX_FMT_FLAG_BAYER
            | avutil.AV_PIX_FMT_FLAG_XYZ;
    if (has(refused)) {
      throw new NotDecodedException("no rule says how pixels " + name() + " are read");
    }
    boolean hasPalette = has(avutil.AV_PIX_FMT_FLAG_PAL);
    isRgb = has(avutil.AV_PIX_FMT_FLAG_RGB) && !hasPalette;
    isInverted = frame.format() == avutil.AV_PIX_FMT_MONOWHITE;
    isNarrow = !isRgb && !hasPalette && isNarrow(frame, form);
    palette = hasPalette ? new byte[1024] : new byte[0];
    if (hasPalette) {
      new BytePointer(frame.data(1)).get(palette);
    }
    samples = new Samples[isRgb ? COLOURS : 1];
    for (int colour = 0; colour < samples.length; colour++) {
      samples[colour] = new Samples(colour, frame.width());
    }
    levels = levels();
  }

  /** What FFmpeg calls this form of pixels. */
  String name() {
    return form.name().getString();
  }

  private boolean has(long flags) {
    return (form.flags() & flags) != 0;
  }

  private static boolean isNarrow(AVFrame frame, AVPixFmtDescriptor form) {
    if (frame.color_range() == avutil.AVCOL_RANGE_JPEG) {
      return false;
    }
    boolean isColoured = form.nb_components() >= COLOURS;
    return frame.color_range() == avutil.AVCOL_RANGE_MPEG
        || (isColoured && !form.name().getString().startsWith("yuvj"));
  }

  /** What each sample of the first component stands for, where samples are no wider than bytes. */
  private float[] levels() {
    int most = (1 << Math.min(16, form.comp(0).depth())) - 1;
    float[] table = new float[most + 1];
    for (int value = 0; value <= most; value++) {
      int level = most == 255 ? value : Math.round(value * 255f / most);
      float wide = isNarrow ? (level - NARROW_BLACK) * 255 / NARROW_RANGE : level;
      table[value] = isInverted ? 255 - level : Math.clamp(wide, 0f, 255f);
    }
    return table;
  }

  @Override
  public int width() {
    return frame.width();
  }

  @Override
  public int height() {
    return frame.height();
  }

  @Override
  public void read(int row, float[] into) {
    for (Samples colour : samples) {
      colour.read(row);
    }
    if (palette.length > 0) {
      readPalette(into);
    } else if (isRgb) {
      readColours(into);
    } else {
      int width = frame.width();
      for (int column = 0; column < width; column++) {
        into[column] = levels[samples[0].at(column)];
      }
    }
  }

  /** How much of each pixel is not seen through, 0 to 255; 255 where the frame does not say. */
  void readAlpha(int row, float[] into) {
    if (!has(avutil.AV_PIX_FMT_FLAG_ALPHA) || palette.length > 0) {
      Arrays.fill(into, 255);
      return;
    }
    int component = form.nb_components() - 1;
    Samples alpha = new Samples(component, frame.width());
    alpha.read(row);
    float most = (1 << form.comp(component).depth()) - 1;
    for (int column = 0; column < frame.width(); column++) {
      into[column] = alpha.at(column) * 255 / most;
    }
  }

  private void readColours(float[] into) {
    Samples red = samples[0];
    Samples green = samples[1];
    Samples blue = samples[2];
    int width = frame.width();
    for (int column = 0; column < width; column++) {
      into[column] =
          RED * levels[red.at(column)]
              + GREEN * levels[green.at(column)]
              + BLUE * levels[blue.at(column)];
    }
  }

  /** Entries of the palette are 32-bit words of alpha, red, green, blue in the machine's order. */
  private void readPalette(float[] into) {
    int width = frame.width();
    for (int column = 0; column < width; column++) {
      int entry = (samples[0].at(column) & 0xff) * 4;
      into[column] =
          RED * (palette[entry + 2] & 0xff)
              + GREEN * (palette[entry + 1] & 0xff)
              + BLUE * (palette[entry] & 0xff);
    }
  }

  /** One component of a row: bytes copied as they lie, or numbers FFmpeg takes out of bits. */
  private final class Samples {

    private final int plane;
    private final int step;
    private final int offset;
    private final int component;
    private final boolean isBytes;
    private final byte[] bytes;
    private final int[] numbers;
    private final IntPointer taken;

    Samples(int component, int width) {
      this.component = component;
      AVComponentDescriptor described = form.comp(component);
      plane = described.plane();
      step = described.step();
      offset = described.offset();
      isBytes =
          described.depth() == 8
              && described.shift() == 0
              && !has(avutil.AV_PIX_FMT_FLAG_BITSTREAM);
      bytes = isBytes ? new byte[step * (width - 1) + 1] : new byte[0];
      numbers = isBytes ? new int[0] : new int[width];
      taken = new IntPointer(isBytes ? 1 : width);
    }

    void read(int row) {
      if (isBytes) {
        new BytePointer(frame.data(plane))
            .position((long) row * frame.linesize(plane) + offset)
            .get(bytes);
        return;
      }
      avutil.av_read_image_line2(
          taken,
          frame.data(),
          new IntPointer(frame.linesize()),
          form,
          0,
          row,
          component,
          numbers.length,
          0,
          Integer.BYTES);
      taken.get(numbers);
    }

    int at(int column) {
      return isBytes
          ? bytes[column * step] & 0xff
          : Math.clamp(numbers[column], 0, levels.length - 1);
    }
  }
}
