package dev.cordon.decoder;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** A HEIF picture made of tiles (ISO/IEC 23008-12, 6.6.2.3.2), each coded as AV1, grey. */
final class TiledAvif {

  private TiledAvif() {}

  /** Two rows of two tiles; the last one is left out where it is cut. */
  static byte[] of(BufferedImage picture, boolean isCut) {
    int side = picture.getWidth() / 2;
    List<byte[]> tiles = new ArrayList<>();
    for (int tile = 0; tile < 4; tile++) {
      tiles.add(coded(picture, tile % 2 * side, tile / 2 * side, side));
    }
    if (isCut) {
      tiles.set(3, new byte[] {1, 2, 3});
    }
    byte[] start = box("ftyp", text("avif"), four(0), text("avifmif1miaf"));
    int length = meta(tiles, side, 0).length;
    byte[] media = box("mdat", tiles.toArray(byte[][]::new));
    return joined(start, meta(tiles, side, start.length + length + 8), media);
  }

  private static byte[] meta(List<byte[]> tiles, int side, int place) {
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    ByteArrayOutputStream properties = new ByteArrayOutputStream();
    // The grid lies in the box idat (construction method 1), the tiles in the file.
    entries.writeBytes(joined(two(1), two(1), two(0), two(1), four(0), four(8)));
    names.writeBytes(box("infe", four(0x02000000), two(1), two(0), text("grid"), new byte[1]));
    properties.writeBytes(new byte[] {0, 1, 1, 2});
    int at = place;
    for (int tile = 0; tile < tiles.size(); tile++) {
      int item = tile + 2;
      int length = tiles.get(tile).length;
      entries.writeBytes(joined(two(item), two(0), two(0), two(1), four(at), four(length)));
      names.writeBytes(box("infe", four(0x02000000), two(item), two(0), text("av01"), new byte[1]));
      properties.writeBytes(new byte[] {0, (byte) item, 2, 1, (byte) 0x83});
      at += length;
    }
    byte[] sizes = joined(size(side), size(2 * side));
    byte[] coding = box("av1C", new byte[] {(byte) 0x81, 0, 0x0c, 0});
    return box(
        "meta",
        four(0),
        box("hdlr", four(0), four(0), text("pict"), new byte[13]),
        box("pitm", four(0), two(1)),
        box("iloc", four(0x01000000), new byte[] {0x44, 0}, two(5), entries.toByteArray()),
        box("iinf", four(0), two(5), names.toByteArray()),
        box("iref", four(0), box("dimg", two(1), two(4), two(2), two(3), two(4), two(5))),
        box(
            "iprp",
            box("ipco", sizes, coding),
            box("ipma", four(0), four(5), properties.toByteArray())),
        box("idat", new byte[] {0, 0, 1, 1}, two(2 * side), two(2 * side)));
  }

  private static byte[] size(int side) {
    return box("ispe", four(0), four(side), four(side));
  }

  private static byte[] coded(BufferedImage picture, int left, int top, int side) {
    AVCodec codec = avcodec.avcodec_find_encoder_by_name("libaom-av1");
    AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
    context.width(side).height(side).pix_fmt(avutil.AV_PIX_FMT_YUV420P);
    context.color_range(avutil.AVCOL_RANGE_JPEG);
    context.time_base().num(1).den(1);
    avutil.av_opt_set(context.priv_data(), "cpu-used", "8", 0);
    avutil.av_opt_set(context.priv_data(), "crf", "8", 0);
    AVFrame frame = avutil.av_frame_alloc();
    AVPacket packet = avcodec.av_packet_alloc();
    try {
      require(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
      frame.width(side).height(side).format(avutil.AV_PIX_FMT_YUV420P).pts(0);
      frame.color_range(avutil.AVCOL_RANGE_JPEG);
      require(avutil.av_frame_get_buffer(frame, 0));
      fill(frame, picture, left, top, side);
      require(avcodec.avcodec_send_frame(context, frame));
      require(avcodec.avcodec_send_frame(context, null));
      require(avcodec.avcodec_receive_packet(context, packet));
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      return bytes;
    } finally {
      avutil.av_frame_free(frame);
      avcodec.av_packet_free(packet);
      avcodec.avcodec_free_context(context);
    }
  }

  private static void fill(AVFrame frame, BufferedImage picture, int left, int top, int side) {
    for (int row = 0; row < side; row++) {
      byte[] line = new byte[side];
      for (int column = 0; column < side; column++) {
        line[column] = (byte) (picture.getRGB(left + column, top + row) >> 8);
      }
      new BytePointer(frame.data(0)).position((long) row * frame.linesize(0)).put(line);
    }
    for (int plane = 1; plane < 3; plane++) {
      long count = (long) frame.linesize(plane) * (side / 2);
      BytePointer.memset(frame.data(plane), 128, count);
    }
  }

  private static void require(int code) {
    if (code < 0) {
      throw new IllegalStateException("the encoder said " + code);
    }
  }

  private static byte[] box(String name, byte[]... parts) {
    byte[] body = joined(parts);
    return joined(four(body.length + 8), text(name), body);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] four(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] two(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }
}
