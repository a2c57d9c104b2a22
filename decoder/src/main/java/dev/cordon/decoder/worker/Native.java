package dev.cordon.decoder.worker;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Something of FFmpeg's that must be given back. */
record Native<T>(T value, Consumer<T> giveBack) implements AutoCloseable {

  static Native<AVPacket> packet() {
    return new Native<>(avcodec.av_packet_alloc(), avcodec::av_packet_free);
  }

  static Native<AVFrame> frame() {
    return new Native<>(avutil.av_frame_alloc(), avutil::av_frame_free);
  }

  @Override
  public void close() {
    giveBack.accept(value);
  }
}
