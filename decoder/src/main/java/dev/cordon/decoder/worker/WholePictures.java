package dev.cordon.decoder.worker;

import dev.cordon.kernel.perceptual.Pdq;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;

/**
 * Decodes pictures whose decoder takes the whole file: JPEG, PNG, BMP, TIFF, WebP, JPEG 2000.
 *
 * <p>A large JPEG may be reduced by an inverse transform of fewer points, which averages 2, 4 or 8
 * pixels in each direction, as long as the shorter side keeps {@value #SHORTEST_REDUCED_SIDE}
 * pixels; where the quality is then below {@value #GOOD_QUALITY} the whole picture is decoded.
 */
final class WholePictures {

  private static final long MOST_FILE_BYTES = 512L << 20;
  private static final int SHORTEST_REDUCED_SIDE = 720;
  private static final int MOST_HALVINGS = 3;

  /** Below it the bits of a reduced picture are too far from those of the whole one. */
  private static final int GOOD_QUALITY = 80;

  private WholePictures() {}

  /** Decodes and answers; returns what the decoder complained of. */
  static String decode(MediaForm form, ParentFile file, Order order, Answers answers)
      throws IOException {
    Optional<StatedSize> stated = StatedSize.of(form, file);
    stated.ifPresent(size -> size.check(form, order.mostPixels()));
    if (file.size() > MOST_FILE_BYTES) {
      throw new NotDecodedException(
          "%s of %d MB; pictures of at most %d MB are decoded"
              .formatted(form.shown(), file.size() >> 20, MOST_FILE_BYTES >> 20));
    }
    int halvings = order.reduces() ? stated.map(WholePictures::halvings).orElse(0) : 0;
    try (BytePointer bytes = file.whole(avcodec.AV_INPUT_BUFFER_PADDING_SIZE)) {
      if (halvings > 0) {
        Picture reduced = new Picture(form, order, halvings, stated);
        String warning = reduced.decode(bytes, file.size());
        if (reduced.pdq().quality() >= GOOD_QUALITY) {
          reduced.answer(answers);
          return warning;
        }
      }
      Picture whole = new Picture(form, order, 0, stated);
      String warning = whole.decode(bytes, file.size());
      whole.answer(answers);
      return warning;
    }
  }

  /** Decodes a picture that lies in another file, and answers with its number there. */
  static void embedded(
      MediaForm form,
      String shown,
      BytePointer bytes,
      long size,
      long number,
      Order order,
      Answers answers)
      throws IOException {
    Picture picture = new Picture(form, order, 0, Optional.empty());
    picture.decode(bytes, size);
    answers.send(number, 0, picture.width, picture.height, shown, "ffmpeg-full", picture.pdq());
  }

  private static int halvings(StatedSize size) {
    boolean isReducible = size.components() == 1 || size.components() == 3;
    int halvings = isReducible ? MOST_HALVINGS : 0;
    while (halvings > 0
        && Math.min(size.width(), size.height()) >> halvings < SHORTEST_REDUCED_SIDE) {
      halvings--;
    }
    return halvings;
  }

  /** One decoding of one picture. */
  private static final class Picture {

    private final MediaForm form;
    private final Order order;
    private final int halvings;
    private final Optional<StatedSize> stated;
    private Optional<Pdq> pdq = Optional.empty();
    private int width;
    private int height;

    Picture(MediaForm form, Order order, int halvings, Optional<StatedSize> stated) {
      this.form = form;
      this.order = order;
      this.halvings = halvings;
      this.stated = stated;
    }

    Pdq pdq() {
      return pdq.orElseThrow();
    }

    /**
     * Decodes strictly where strictness tells damage, and where that fails once more with what is
     * missing filled in. Decoders of other forms fail over harmless oddities.
     */
    String decode(BytePointer bytes, long size) {
      if (form != MediaForm.JPEG && form != MediaForm.PNG) {
        return decode(bytes, size, false);
      }
      try {
        return decode(bytes, size, true);
      } catch (NotDecodedException damaged) {
        String milder = decode(bytes, size, false);
        return milder.isEmpty()
            ? "it is damaged, what is missing was filled in (" + damaged.getMessage() + ")"
            : milder;
      }
    }

    private String decode(BytePointer bytes, long size, boolean isStrict) {
      AVCodec codec = avcodec.avcodec_find_decoder(form.codec());
      try (Codec decoder = Codec.open(codec, null, order.mostPixels(), halvings, isStrict);
          Native<AVPacket> packet = Native.packet()) {
        packet.value().data(bytes);
        packet.value().size((int) size);
        Optional<AVFrame> frame = decoder.only(packet.value(), form.shown());
        packet.value().data(null);
        packet.value().size(0);
        AVFrame decoded =
            frame.orElseThrow(
                () -> new NotDecodedException(form.shown() + ": no picture came out"));
        StatedSize.check(form.shown(), decoded.width(), decoded.height(), order.mostPixels());
        width = decoded.width();
        height = decoded.height();
        pdq = Optional.of(Pdq.of(new PixelRows(decoded)));
        return decoder.warning(decoded);
      }
    }

    void answer(Answers answers) throws IOException {
      boolean isReduced = halvings > 0;
      answers.send(
          0,
          0,
          isReduced ? (int) stated.orElseThrow().width() : width,
          isReduced ? (int) stated.orElseThrow().height() : height,
          form.shown(),
          "ffmpeg-" + (isReduced ? "reduced-" + (1 << halvings) : "full"),
          pdq());
    }
  }
}
