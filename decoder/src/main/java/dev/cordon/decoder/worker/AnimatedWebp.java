package dev.cordon.decoder.worker;

import dev.cordon.kernel.perceptual.Luma;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;

/**
 * Hashes what an animated WebP shows (RFC 9649, 2.7.1), the first and then one picture each
 * interval. FFmpeg decodes its parts one by one; here they are put on a canvas of luma, blended by
 * their alpha where the file says so, over black.
 */
final class AnimatedWebp {

  private static final long EXTENDED = 0x56503858L;
  private static final int ANIMATED = 2;
  private static final long PART = 0x414e4d46L;
  private static final long ALPHA = 0x414c5048L;
  private static final int PART_HEAD = 16;
  private static final int CLEARED = 1;
  private static final int NOT_BLENDED = 2;
  private static final int MOST_PARTS = 100_000;
  private static final String NAME = MediaForm.WEBP.shown();

  private final ParentFile file;
  private final Order order;
  private final Answers answers;
  private final int width;
  private final int height;
  private final byte[] canvas;
  private long parts;
  private long drawn;
  private long millis;
  private long nextMillis;
  private int sent;

  private AnimatedWebp(ParentFile file, Order order, Answers answers, StatedSize size) {
    this.file = file;
    this.order = order;
    this.answers = answers;
    width = (int) size.width();
    height = (int) size.height();
    canvas = new byte[width * height];
  }

  /** Whether a WebP says that it is animated. */
  static boolean isAnimated(ParentFile file) throws IOException {
    return file.number(12, 4) == EXTENDED && (file.number(20, 1) & ANIMATED) != 0;
  }

  /** Decodes and answers; returns what could not be decoded. */
  static String decode(ParentFile file, Order order, Answers answers) throws IOException {
    StatedSize size = StatedSize.of(MediaForm.WEBP, file).orElseThrow();
    size.check(MediaForm.WEBP, Math.min(order.mostPixels(), Integer.MAX_VALUE - 8));
    return new AnimatedWebp(file, order, answers, size).frames();
  }

  private String frames() throws IOException {
    long place = 12;
    while (place + 8 <= file.size() && parts < MOST_PARTS && sent < order.mostFrames()) {
      long length = file.little(place + 4, 4);
      if (file.number(place, 4) == PART && length > PART_HEAD) {
        part(place + 8, Math.min(length, file.size() - place - 8));
        parts++;
      }
      place += 8 + length + (length & 1);
    }
    if (drawn == 0) {
      throw new NotDecodedException(NAME + ", animated: no picture came out");
    }
    if (sent == 0) {
      answer();
    }
    if (drawn < parts) {
      return parts
          - drawn
          + " of "
          + parts
          + " parts could not be decoded; what was before them stands";
    }
    boolean isCut = place + 8 <= file.size();
    return isCut ? "more frames than are hashed of one file; the rest was left out" : "";
  }

  /** Draws a part; hashes what then stands for a while. */
  private void part(long place, long length) throws IOException {
    Part part =
        new Part(
            2 * (int) file.little(place, 3),
            2 * (int) file.little(place + 3, 3),
            (int) file.little(place + 6, 3) + 1,
            (int) file.little(place + 9, 3) + 1,
            (int) file.little(place + 15, 1));
    long shown = file.little(place + 12, 3);
    try (BytePointer still = still(part, place + PART_HEAD, length - PART_HEAD)) {
      draw(part, still);
      drawn++;
    } catch (NotDecodedException unreadable) {
      // Counted by what is missing; what was drawn before stands.
    }
    if (shown > 0 && drawn > 0 && millis >= nextMillis) {
      answer();
    }
    millis += shown;
    if ((part.flags & CLEARED) != 0) {
      clear(part);
    }
  }

  private void answer() throws IOException {
    nextMillis = (millis / order.intervalMillis() + 1) * order.intervalMillis();
    answers.frame(parts, millis / 1000.0, width, height, NAME, "ffmpeg-frame", new Shown());
    sent++;
  }

  /** What stands on the canvas. */
  private final class Shown implements Luma {

    @Override
    public int width() {
      return width;
    }

    @Override
    public int height() {
      return height;
    }

    @Override
    public void read(int row, float[] into) {
      for (int column = 0; column < width; column++) {
        into[column] = canvas[row * width + column] & 0xff;
      }
    }
  }

  private record Part(int left, int top, int width, int height, int flags) {}

  /** The part as a WebP of its own. */
  private BytePointer still(Part part, long place, long length) throws IOException {
    if (part.left + part.width > width || part.top + part.height > height) {
      throw new NotDecodedException("a part lies outside of its picture");
    }
    boolean hasAlpha = file.number(place, 4) == ALPHA;
    int head = hasAlpha ? 30 : 12;
    BytePointer bytes = new BytePointer(head + length + avcodec.AV_INPUT_BUFFER_PADDING_SIZE);
    BytePointer.memset(bytes, 0, bytes.capacity());
    bytes.position(0).put("RIFF".getBytes(StandardCharsets.US_ASCII));
    little(bytes, 4, head - 8 + length, 4);
    bytes.position(8).put("WEBP".getBytes(StandardCharsets.US_ASCII));
    if (hasAlpha) {
      bytes.position(12).put("VP8X".getBytes(StandardCharsets.US_ASCII));
      little(bytes, 16, 10, 4);
      little(bytes, 20, 0x10, 4);
      little(bytes, 24, part.width - 1L, 3);
      little(bytes, 27, part.height - 1L, 3);
    }
    byte[] piece = new byte[1 << 16];
    for (long done = 0; done < length; ) {
      int count = file.read(place + done, piece, (int) Math.min(piece.length, length - done));
      if (count < 0) {
        bytes.close();
        throw new NotDecodedException("it ends within a part");
      }
      bytes.position(head + done).put(piece, 0, count);
      done += count;
    }
    return bytes.position(0).limit(head + length);
  }

  private static void little(BytePointer bytes, long place, long value, int count) {
    for (int index = 0; index < count; index++) {
      bytes.position(place + index).put((byte) (value >> 8 * index));
    }
  }

  private void draw(Part part, BytePointer still) {
    try (Codec codec =
            Codec.open(
                avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_WEBP),
                null,
                order.mostPixels(),
                0,
                false);
        Native<AVPacket> packet = Native.packet()) {
      packet.value().data(still);
      packet.value().size((int) still.limit());
      Optional<AVFrame> frame = codec.only(packet.value(), NAME);
      packet.value().data(null);
      packet.value().size(0);
      blend(part, frame.orElseThrow(() -> new NotDecodedException("an empty part")));
    }
  }

  private void blend(Part part, AVFrame frame) {
    if (frame.width() != part.width || frame.height() != part.height) {
      throw new NotDecodedException("a part of another size than it states");
    }
    PixelRows rows = new PixelRows(frame);
    float[] levels = new float[part.width];
    float[] alpha = new float[part.width];
    boolean isBlended = (part.flags & NOT_BLENDED) == 0;
    for (int row = 0; row < part.height; row++) {
      rows.read(row, levels);
      rows.readAlpha(row, alpha);
      int start = (part.top + row) * width + part.left;
      for (int column = 0; column < part.width; column++) {
        float share = isBlended ? alpha[column] / 255 : 1;
        float under = canvas[start + column] & 0xff;
        canvas[start + column] = (byte) Math.round(share * levels[column] + (1 - share) * under);
      }
    }
  }

  private void clear(Part part) {
    int right = Math.min(width, part.left + part.width);
    for (int row = part.top; row < Math.min(height, part.top + part.height); row++) {
      for (int column = part.left; column < right; column++) {
        canvas[row * width + column] = 0;
      }
    }
  }
}
