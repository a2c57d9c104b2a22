package dev.cordon.hashing;

import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.perceptual.Luma;
import dev.cordon.kernel.perceptual.Pdq;
import dev.cordon.kernel.perceptual.PictureLuma;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes pictures with ImageIO in memory and hashes them; the pixels are gone when a call ends.
 * The header is read first: what would need too many pixels or too much memory is refused by name.
 * Several threads may call at once; together they use at most half of the heap.
 *
 * <p>Animated and many-paged files are hashed by their first picture.
 */
final class Decoding implements AutoCloseable {

  /** What was not decoded, with the reason for the reader. */
  static final class NotDecodedException extends HashingException {
    private static final long serialVersionUID = 1L;

    NotDecodedException(String reason) {
      super(reason);
    }
  }

  /** The most pixels of a picture: more than any camera makes. */
  static final long MOST_PIXELS = 200_000_000;

  private static final int SHORTEST_SIDE_AFTER_SUBSAMPLING = 768;

  /** Odd, so that the pixels taken lie in the middle of those they stand for. */
  private static final int MOST_SUBSAMPLING = 7;

  /** Below it the bits of a reduced picture are too far from those of the whole one. */
  private static final int GOOD_QUALITY = 80;

  private final boolean fast;
  private final long seconds;
  private final MemoryShare memory;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("decoding-watch").factory());

  static {
    // ImageIO would else write what it reads to temporary files.
    ImageIO.setUseCache(false);
  }

  /**
   * With a limit of time for each picture.
   *
   * @param fast whether large JPEGs may be decoded at a part of their size
   */
  Decoding(boolean fast, long seconds) {
    this(fast, seconds, Runtime.getRuntime().maxMemory() / 2);
  }

  Decoding(boolean fast, long seconds, long memoryBytes) {
    this.fast = fast;
    this.seconds = seconds;
    this.memory = new MemoryShare(memoryBytes);
  }

  /**
   * The hash of the picture in the input.
   *
   * @throws NotDecodedException with the reason
   */
  HashedPicture hash(ImageInputStream input) {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
    if (!readers.hasNext()) {
      throw new NotDecodedException("not a picture of a form this decoder knows");
    }
    ImageReader reader = readers.next();
    String form = form(reader);
    try {
      HashedPicture picture = read(reader, form, input, fast);
      boolean isTooVague = picture.isReduced() && picture.hash().quality() < GOOD_QUALITY;
      if (isTooVague) {
        input.seek(0);
        return read(reader, form, input, false);
      }
      return picture;
    } catch (NotDecodedException named) {
      throw named;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError failed) {
      throw new NotDecodedException(form + " could not be decoded: " + message(failed));
    } finally {
      reader.dispose();
    }
  }

  private static String form(ImageReader reader) {
    try {
      return reader.getFormatName();
    } catch (IOException unknown) {
      return "picture";
    }
  }

  private static String message(Throwable failed) {
    String message = failed.getMessage();
    String kind = failed.getClass().getSimpleName();
    boolean ours = failed instanceof KernelException;
    return message == null
        ? kind
        : ours || failed instanceof IIOException ? message : kind + ": " + message;
  }

  private HashedPicture read(
      ImageReader reader, String form, ImageInputStream input, boolean reduces) throws IOException {
    boolean isJpeg = form.equalsIgnoreCase("JPEG");
    JpegHeader header = isJpeg ? JpegHeader.of(input) : new JpegHeader(0, false, 0);
    reader.setInput(input, !reduces, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    int step = isJpeg && reduces ? subsampling(width, height) : 1;
    long pixels = (long) width * height;
    if (pixels > MOST_PIXELS) {
      throw new NotDecodedException(
          "%s of %d x %d pixels; at most %d are decoded"
              .formatted(form, width, height, MOST_PIXELS));
    }
    // A pixel takes up to four samples of one byte, or of two in forms that know 16 bits.
    long bytes = pixels / ((long) step * step) * (isJpeg ? 4 : 8);
    try (MemoryShare.Part part =
        memory.take(bytes, "%s of %d x %d pixels".formatted(form, width, height))) {
      ImageReadParam parameters = reader.getDefaultReadParam();
      parameters.setSourceSubsampling(step, step, step / 2, step / 2);
      return decode(reader, parameters, header, step);
    }
  }

  /** The largest step that leaves the shorter side long enough; 1 for small pictures. */
  private static int subsampling(int width, int height) {
    int step = MOST_SUBSAMPLING;
    while (step > 1 && Math.min(width, height) / step < SHORTEST_SIDE_AFTER_SUBSAMPLING) {
      step -= 2;
    }
    return step;
  }

  private HashedPicture decode(
      ImageReader reader, ImageReadParam parameters, JpegHeader header, int step)
      throws IOException {
    StringBuilder warning = new StringBuilder();
    reader.addIIOReadWarningListener(firstWarning(warning));
    AtomicBoolean isLate = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        watch.schedule(
            () -> {
              isLate.set(true);
              reader.abort();
            },
            seconds,
            TimeUnit.SECONDS);
    Luma luma;
    try {
      luma =
          header.hasInks()
              ? ofInks(reader.readRaster(0, parameters), header)
              : PictureLuma.of(reader.read(0, parameters));
    } finally {
      deadline.cancel(false);
    }
    if (isLate.get()) {
      throw new NotDecodedException("decoding took longer than " + seconds + " seconds");
    }
    String path = step == 1 ? HashedPicture.FULL : "imageio-subsampled-" + step;
    return new HashedPicture(Pdq.of(luma).hash(), path, warning.toString());
  }

  private static IIOReadWarningListener firstWarning(StringBuilder warning) {
    return (source, text) -> {
      if (warning.isEmpty()) {
        warning.append(text);
      }
    };
  }

  private static Luma ofInks(Raster raster, JpegHeader header) {
    if (header.hasAdobeMark() && header.transform() == 2) {
      toInks((WritableRaster) raster);
    }
    return PictureLuma.ofCmyk(raster, header.hasAdobeMark());
  }

  /** Turns YCCK into inks as they are stored: 255 less the colours of YCC; black is as it is. */
  private static void toInks(WritableRaster raster) {
    int[] row = new int[raster.getWidth() * 4];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int pixel = 0; pixel < row.length; pixel += 4) {
        double light = row[pixel];
        double blue = row[pixel + 1] - 128;
        double red = row[pixel + 2] - 128;
        row[pixel] = 255 - sample(light + 1.402 * red);
        row[pixel + 1] = 255 - sample(light - 0.344136 * blue - 0.714136 * red);
        row[pixel + 2] = 255 - sample(light + 1.772 * blue);
      }
      raster.setPixels(0, y, raster.getWidth(), 1, row);
    }
  }

  private static int sample(double value) {
    return (int) Math.clamp(Math.round(value), 0, 255);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
