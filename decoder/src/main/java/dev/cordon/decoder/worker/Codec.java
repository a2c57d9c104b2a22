package dev.cordon.decoder.worker;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** An open decoder of FFmpeg with its frame. One thread, and no more pixels than wanted. */
final class Codec implements AutoCloseable {

  /** What FFmpeg returns when it wants more before it gives. */
  static final int WANTS_MORE = -11;

  /** AV_FRAME_FLAG_CORRUPT, which the binding leaves out. */
  private static final int FRAME_FLAG_CORRUPT = 1;

  private final AVCodecContext context;
  private final AVFrame frame = avutil.av_frame_alloc();
  private int damaged;

  private Codec(AVCodecContext context) {
    this.context = context;
  }

  /**
   * Opens a decoder.
   *
   * @param halvings how often each side of a JPEG is halved
   * @param isStrict whether it fails over damage instead of filling in what is missing
   */
  static Codec open(
      @Nullable AVCodec codec,
      @Nullable AVCodecParameters parameters,
      long mostPixels,
      int halvings,
      boolean isStrict) {
    if (codec == null || codec.isNull()) {
      throw new NotDecodedException("there is no decoder for it here");
    }
    AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
    if (parameters != null) {
      avcodec.avcodec_parameters_to_context(context, parameters);
    }
    context.thread_count(1);
    context.max_pixels(mostPixels);
    context.lowres(halvings);
    if (isStrict) {
      context.err_recognition(avcodec.AV_EF_EXPLODE | avcodec.AV_EF_CRCCHECK);
    }
    int opened = avcodec.avcodec_open2(context, codec, (AVDictionary) null);
    if (opened < 0) {
      avcodec.avcodec_free_context(context);
      throw new NotDecodedException("its decoder does not open: " + said(opened));
    }
    return new Codec(context);
  }

  /** The one frame of a packet. */
  Optional<AVFrame> only(AVPacket packet, String what) {
    int sent = avcodec.avcodec_send_packet(context, packet);
    if (sent < 0) {
      throw new NotDecodedException(what + ": " + said(sent));
    }
    avcodec.avcodec_send_packet(context, null);
    int received = avcodec.avcodec_receive_frame(context, frame);
    if (received < 0 && received != avutil.AVERROR_EOF) {
      throw new NotDecodedException(what + ": " + said(received));
    }
    return received < 0 ? Optional.empty() : Optional.of(frame);
  }

  /** Hands a packet over; null for the end. What is damaged is counted and passed over. */
  void send(@Nullable AVPacket packet) {
    int sent = avcodec.avcodec_send_packet(context, packet);
    if (sent < 0 && sent != WANTS_MORE && sent != avutil.AVERROR_EOF) {
      damaged++;
    }
  }

  /** The next frame that is ready, valid until the next call. */
  Optional<AVFrame> next() {
    while (true) {
      int received = avcodec.avcodec_receive_frame(context, frame);
      if (received >= 0) {
        return Optional.of(frame);
      }
      if (received == WANTS_MORE || received == avutil.AVERROR_EOF) {
        return Optional.empty();
      }
      damaged++;
      if (damaged > 1_000_000) {
        return Optional.empty();
      }
    }
  }

  /** How many packets were damaged. */
  int damaged() {
    return damaged;
  }

  /** What the decoder met in the frame; empty when nothing. */
  String warning(AVFrame decoded) {
    boolean isDamaged =
        decoded.decode_error_flags() != 0 || (decoded.flags() & FRAME_FLAG_CORRUPT) != 0;
    return isDamaged ? "the picture is damaged; what is missing was filled in" : "";
  }

  /** FFmpeg's words for a code. */
  static String said(int code) {
    try (BytePointer text = new BytePointer(128)) {
      avutil.av_strerror(code, text, 128);
      String words = text.getString();
      int end = words.indexOf('\0');
      return end < 0 ? words : words.substring(0, end);
    }
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    avcodec.avcodec_free_context(context);
  }
}
