package dev.cordon.decoder.worker;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Hashes the frames of a video, the first and then one each interval by the frames' own times: the
 * form of vPDQ (number, quality, hash, seconds). A GIF is answered as a video is. Damaged packets
 * are passed over and told of.
 */
final class Videos {

  private final MediaForm form;
  private final Order order;
  private final Answers answers;
  private long number;
  private int sent;
  private long firstTime = Long.MIN_VALUE;
  private long nextMillis;
  private boolean isFull;

  private Videos(MediaForm form, Order order, Answers answers) {
    this.form = form;
    this.order = order;
    this.answers = answers;
  }

  /** Decodes and answers; returns what the decoder complained of. */
  static String decode(MediaForm form, ParentFile file, Order order, Answers answers)
      throws IOException {
    Optional<StatedSize> stated = StatedSize.of(form, file);
    if (stated.isPresent()) {
      stated.get().check(form, order.mostPixels());
    }
    try (Container container = Container.open(form, file)) {
      return new Videos(form, order, answers).frames(container);
    }
  }

  private String frames(Container container) throws IOException {
    container.findOut();
    AVStream stream =
        container
            .pictures()
            .orElseThrow(() -> new NotDecodedException(form.shown() + " without pictures"));
    String coding = Container.name(stream.codecpar());
    String format = form.isPicture() ? form.shown() : form.shown() + "/" + coding;
    try (Codec codec = container.codec(stream, form.shown(), order.mostPixels());
        Native<AVPacket> packet = Native.packet()) {
      while (!isFull && container.read(packet.value())) {
        if (packet.value().stream_index() == stream.index()) {
          codec.send(packet.value());
          take(codec, stream, format);
        }
      }
      if (!isFull) {
        codec.send(null);
        take(codec, stream, format);
      }
      if (sent == 0) {
        throw new NotDecodedException(format + ": no picture came out");
      }
      return warning(codec);
    }
  }

  private String warning(Codec codec) {
    if (isFull && (!form.isPicture() || form == MediaForm.GIF)) {
      return "more than " + order.mostFrames() + " frames to hash; the rest was left out";
    }
    return codec.damaged() > 0 ? codec.damaged() + " damaged pieces were passed over" : "";
  }

  private void take(Codec codec, AVStream stream, String format) throws IOException {
    Optional<AVFrame> next = codec.next();
    while (next.isPresent() && !isFull) {
      frame(next.get(), stream, format);
      number++;
      next = codec.next();
    }
  }

  private void frame(AVFrame frame, AVStream stream, String format) throws IOException {
    long millis = millis(frame, stream);
    if (sent > 0 && millis < nextMillis) {
      return;
    }
    if (sent == order.mostFrames()) {
      isFull = true;
      return;
    }
    nextMillis = Math.max(0, millis / order.intervalMillis() + 1) * order.intervalMillis();
    StatedSize.check(format, frame.width(), frame.height(), order.mostPixels());
    String path = form.isPicture() ? "ffmpeg-full" : "ffmpeg-frame";
    answers.frame(
        number,
        Math.max(0, millis) / 1000.0,
        frame.width(),
        frame.height(),
        format,
        path,
        new PixelRows(frame));
    sent++;
    isFull = form.isPicture() && form != MediaForm.GIF;
  }

  /** The frame's time after the first; by the usual rate where it has none. */
  private long millis(AVFrame frame, AVStream stream) {
    long time = frame.best_effort_timestamp();
    if (time == avutil.AV_NOPTS_VALUE) {
      double rate = avutil.av_q2d(stream.avg_frame_rate());
      return rate > 0 ? Math.round(number * 1000 / rate) : number * 40;
    }
    if (firstTime == Long.MIN_VALUE) {
      firstTime = time;
    }
    return Math.round((time - firstTime) * avutil.av_q2d(stream.time_base()) * 1000);
  }
}
