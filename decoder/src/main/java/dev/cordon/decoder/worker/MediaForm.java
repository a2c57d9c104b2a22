package dev.cordon.decoder.worker;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;

/**
 * The forms of files that are decoded, told by their first bytes. The names never decide, and no
 * decoder probes: what is not recognised here is not handed to one.
 */
enum MediaForm {
  /** JPEG (ITU-T T.81). */
  JPEG("jpeg", null, avcodec.AV_CODEC_ID_MJPEG, true),
  /** PNG. */
  PNG("png", null, avcodec.AV_CODEC_ID_PNG, true),
  /** Windows bitmap. */
  BMP("bmp", null, avcodec.AV_CODEC_ID_BMP, true),
  /** TIFF 6, of which the first page is decoded. */
  TIFF("tiff", null, avcodec.AV_CODEC_ID_TIFF, true),
  /** WebP, of which a frame each interval is decoded where it is animated. */
  WEBP("webp", null, avcodec.AV_CODEC_ID_WEBP, true),
  /** JPEG 2000. */
  JPEG_2000("jpeg2000", null, avcodec.AV_CODEC_ID_JPEG2000, true),
  /** GIF, of which a frame each interval is decoded. */
  GIF("gif", "gif", avcodec.AV_CODEC_ID_NONE, true),
  /** PDF, of which the pictures stored as JPEG or JPEG 2000 are decoded. */
  PDF("pdf", null, avcodec.AV_CODEC_ID_NONE, true),
  /** HEIF with HEVC or AV1 pictures: HEIC, AVIF. */
  HEIF("heif", "mov", avcodec.AV_CODEC_ID_NONE, true),
  /** MPEG-4, QuickTime, 3GP. */
  MP4("mp4", "mov", avcodec.AV_CODEC_ID_NONE, false),
  /** Matroska and WebM. */
  MATROSKA("matroska", "matroska", avcodec.AV_CODEC_ID_NONE, false),
  /** AVI. */
  AVI("avi", "avi", avcodec.AV_CODEC_ID_NONE, false),
  /** Windows media. */
  ASF("asf", "asf", avcodec.AV_CODEC_ID_NONE, false),
  /** Flash video. */
  FLV("flv", "flv", avcodec.AV_CODEC_ID_NONE, false),
  /** MPEG program streams. */
  MPEG("mpeg", "mpeg", avcodec.AV_CODEC_ID_NONE, false),
  /** Ogg. */
  OGG("ogg", "ogg", avcodec.AV_CODEC_ID_NONE, false);

  /** How many bytes tell a form. */
  static final int HEAD_BYTES = 64;

  private final String name;
  private final @Nullable String container;
  private final int codec;
  private final boolean isPicture;

  MediaForm(String name, @Nullable String container, int codec, boolean isPicture) {
    this.name = name;
    this.container = container;
    this.codec = codec;
    this.isPicture = isPicture;
  }

  /** What it is called in answers. */
  String shown() {
    return name;
  }

  /** The container FFmpeg opens it as; none where a decoder takes the whole file. */
  Optional<String> container() {
    return Optional.ofNullable(container);
  }

  /** FFmpeg's number of the decoder that takes the whole file. */
  int codec() {
    return codec;
  }

  /** Whether one picture is decoded, and not frames over time. */
  boolean isPicture() {
    return isPicture;
  }

  /** The form of a file that begins so; none that is known otherwise. */
  static Optional<MediaForm> of(byte[] head) {
    if (has(head, 0, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (has(head, 0, 0x89, 'P', 'N', 'G', 13, 10, 26, 10)) {
      return Optional.of(PNG);
    }
    if (has(head, 0, 'B', 'M') && has(head, 6, 0, 0, 0, 0)) {
      return Optional.of(BMP);
    }
    if (has(head, 0, 'I', 'I', 42, 0) || has(head, 0, 'M', 'M', 0, 42)) {
      return Optional.of(TIFF);
    }
    if (has(head, 0, 'G', 'I', 'F', '8')) {
      return Optional.of(GIF);
    }
    if (has(head, 0, '%', 'P', 'D', 'F', '-')) {
      return Optional.of(PDF);
    }
    if (has(head, 0, 'R', 'I', 'F', 'F')) {
      return has(head, 8, 'W', 'E', 'B', 'P')
          ? Optional.of(WEBP)
          : has(head, 8, 'A', 'V', 'I', ' ') ? Optional.of(AVI) : Optional.empty();
    }
    if (has(head, 0, 0, 0, 0, 12, 'j', 'P', ' ', ' ') || has(head, 0, 0xff, 0x4f, 0xff, 0x51)) {
      return Optional.of(JPEG_2000);
    }
    return has(head, 4, 'f', 't', 'y', 'p') ? Optional.of(ofBrand(head)) : ofVideo(head);
  }

  private static Optional<MediaForm> ofVideo(byte[] head) {
    boolean isBareMovie =
        has(head, 4, 'm', 'o', 'o', 'v')
            || has(head, 4, 'm', 'd', 'a', 't')
            || has(head, 4, 'w', 'i', 'd', 'e');
    if (isBareMovie) {
      return Optional.of(MP4);
    }
    if (has(head, 0, 0x1a, 0x45, 0xdf, 0xa3)) {
      return Optional.of(MATROSKA);
    }
    if (has(head, 0, 0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11)) {
      return Optional.of(ASF);
    }
    if (has(head, 0, 'F', 'L', 'V', 1)) {
      return Optional.of(FLV);
    }
    if (has(head, 0, 0, 0, 1, 0xba)) {
      return Optional.of(MPEG);
    }
    return has(head, 0, 'O', 'g', 'g', 'S') ? Optional.of(OGG) : Optional.empty();
  }

  /** The brands of ISO/IEC 23008-12, annex B, and of AVIF. */
  private static MediaForm ofBrand(byte[] head) {
    return switch (new String(head, 8, 4, StandardCharsets.ISO_8859_1)) {
      case "heic", "heix", "heim", "heis", "mif1", "avif" -> HEIF;
      default -> MP4;
    };
  }

  private static boolean has(byte[] head, int place, int... wanted) {
    if (head.length < place + wanted.length) {
      return false;
    }
    for (int index = 0; index < wanted.length; index++) {
      if ((head[place + index] & 0xff) != wanted[index]) {
        return false;
      }
    }
    return true;
  }
}
