package dev.cordon.decoder.worker;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A container opened by FFmpeg over the parent's bytes. The container's form is given, never
 * guessed; no protocol may be opened, so that a playlist or reference in it leads nowhere; only the
 * decoders named here are used.
 */
final class Container implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MOST_STREAMS = 1000;
  private static final long PROBE_BYTES = 8L << 20;
  private static final long ANALYSED_MICROSECONDS = 5_000_000;

  /** Decoders of what cameras, telephones and platforms make; FFmpeg knows many more. */
  private static final String DECODERS =
      "h264,hevc,libaom-av1,vp8,vp9,mpeg4,mpeg1video,mpeg2video,h263,h263i,mjpeg,wmv1,wmv2,wmv3,vc1,"
          + "flv,theora,msmpeg4v1,msmpeg4v2,msmpeg4v3,gif,png,prores,dvvideo,cinepak,svq1,svq3";

  private final AVFormatContext context;
  private final AVIOContext io;
  private final Reading reading;
  private final Seeking seeking;

  private Container(AVFormatContext context, AVIOContext io, Reading reading, Seeking seeking) {
    this.context = context;
    this.io = io;
    this.reading = reading;
    this.seeking = seeking;
  }

  static Container open(MediaForm form, ParentFile file) {
    AVInputFormat input = avformat.av_find_input_format(form.container().orElseThrow());
    if (input == null || input.isNull()) {
      throw new NotDecodedException("there is no reader for " + form.shown() + " here");
    }
    Place place = new Place();
    Reading reading = new Reading(file, place);
    Seeking seeking = new Seeking(file, place);
    BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER_BYTES)).capacity(BUFFER_BYTES);
    AVIOContext io =
        avformat.avio_alloc_context(buffer, BUFFER_BYTES, 0, null, reading, null, seeking);
    AVFormatContext context = avformat.avformat_alloc_context();
    context.pb(io);
    context.max_streams(MOST_STREAMS);
    context.probesize(PROBE_BYTES);
    context.max_analyze_duration(ANALYSED_MICROSECONDS);
    context.codec_whitelist(new BytePointer(avutil.av_strdup(DECODERS)));
    context.format_whitelist(new BytePointer(avutil.av_strdup(input.name().getString())));
    context.protocol_whitelist(new BytePointer(avutil.av_strdup("none")));
    int opened = avformat.avformat_open_input(context, (String) null, input, (AVDictionary) null);
    if (opened < 0) {
      // A failed opening has freed the context and left the input to us.
      avformat.avio_context_free(io);
      reading.throwOwn();
      throw new NotDecodedException(form.shown() + ": " + Codec.said(opened));
    }
    return new Container(context, io, reading, seeking);
  }

  AVFormatContext context() {
    return context;
  }

  /** Reads on until what the streams hold is known. */
  void findOut() {
    for (int index = 0; index < context.nb_streams(); index++) {
      AVStream stream = context.streams(index);
      if (stream.codecpar().codec_type() != avutil.AVMEDIA_TYPE_VIDEO) {
        stream.discard(avcodec.AVDISCARD_ALL);
      }
    }
    avformat.avformat_find_stream_info(context, (AVDictionary) null);
    reading.throwOwn();
  }

  /** The stream of pictures a player would show; none where there is none. */
  Optional<AVStream> pictures() {
    Optional<AVStream> found = Optional.empty();
    for (int index = 0; index < context.nb_streams(); index++) {
      AVStream stream = context.streams(index);
      boolean isVideo = stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO;
      boolean isCover = (stream.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0;
      boolean isChosen = (stream.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0;
      if (isVideo && !isCover && (found.isEmpty() || isChosen)) {
        found = Optional.of(stream);
        if (isChosen) {
          break;
        }
      }
    }
    return found;
  }

  /** Opens the decoder of a stream, after a look at the size it states. */
  Codec codec(AVStream stream, String what, long mostPixels) {
    AVCodecParameters parameters = stream.codecpar();
    if (parameters.width() > 0 && parameters.height() > 0) {
      StatedSize.check(what, parameters.width(), parameters.height(), mostPixels);
    }
    String name = name(parameters);
    if (!("," + DECODERS + ",").contains("," + name + ",")) {
      throw new NotDecodedException(what + ": its coding (" + name + ") is not decoded");
    }
    AVCodec codec = avcodec.avcodec_find_decoder_by_name(name);
    return Codec.open(codec, parameters, mostPixels, 0, false);
  }

  /** FFmpeg's own AV1 decoder wants hardware. */
  static String name(AVCodecParameters parameters) {
    return parameters.codec_id() == avcodec.AV_CODEC_ID_AV1
        ? "libaom-av1"
        : avcodec.avcodec_get_name(parameters.codec_id()).getString();
  }

  /** Reads the next packet; false at the end. */
  boolean read(AVPacket packet) {
    avcodec.av_packet_unref(packet);
    boolean isRead = avformat.av_read_frame(context, packet) >= 0;
    reading.throwOwn();
    return isRead;
  }

  @Override
  public void close() {
    avformat.avformat_close_input(context);
    avutil.av_freep(new org.bytedeco.javacpp.PointerPointer<>(1).put(0, io.buffer()));
    avformat.avio_context_free(io);
    seeking.close();
    reading.close();
  }

  /** Where FFmpeg is in the file. */
  private static final class Place {
    private long at;
  }

  private static final class Reading extends Read_packet_Pointer_BytePointer_int {

    private final ParentFile file;
    private final Place place;
    private final byte[] piece = new byte[BUFFER_BYTES];
    private @Nullable Exception own;

    Reading(ParentFile file, Place place) {
      this.file = file;
      this.place = place;
    }

    @Override
    public int call(Pointer unused, BytePointer into, int length) {
      try {
        int count = file.read(place.at, piece, Math.min(length, piece.length));
        if (count < 0) {
          return avutil.AVERROR_EOF;
        }
        into.put(piece, 0, count);
        place.at += count;
        return count;
      } catch (IOException | RuntimeException failed) {
        own = failed;
        return avutil.AVERROR_EXIT;
      }
    }

    /** Throws what failed in a call, through which nothing can be thrown. */
    void throwOwn() {
      switch (own) {
        case null -> {}
        case RuntimeException named -> throw named;
        default -> throw new NotDecodedException("its bytes can not be read: " + own.getMessage());
      }
    }
  }

  private static final class Seeking extends Seek_Pointer_long_int {

    private final ParentFile file;
    private final Place place;

    Seeking(ParentFile file, Place place) {
      this.file = file;
      this.place = place;
    }

    @Override
    public long call(Pointer unused, long offset, int from) {
      int whence = from & ~avformat.AVSEEK_FORCE;
      if (whence == avformat.AVSEEK_SIZE) {
        return file.size();
      }
      long wanted =
          switch (whence) {
            case 0 -> offset;
            case 1 -> place.at + offset;
            case 2 -> file.size() + offset;
            default -> -1;
          };
      if (wanted < 0) {
        return -1;
      }
      place.at = wanted;
      return wanted;
    }
  }
}
