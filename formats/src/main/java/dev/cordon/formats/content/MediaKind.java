package dev.cordon.formats.content;

import org.jspecify.annotations.Nullable;

/** Kinds of media, told by the first bytes. */
public enum MediaKind {
  /** JPEG pictures. */
  JPEG,
  /** PNG pictures. */
  PNG,
  /** GIF pictures. */
  GIF,
  /** WebP pictures. */
  WEBP,
  /** TIFF pictures and many raw formats. */
  TIFF,
  /** BMP pictures. */
  BMP,
  /** JPEG XL pictures. */
  JPEG_XL,
  /** JPEG 2000 pictures. */
  JPEG_2000,
  /** Photoshop pictures. */
  PSD,
  /** Icons. */
  ICO,
  /** HEIC, AVIF, MP4, MOV and other ISO base media files. */
  ISO_MEDIA,
  /** Matroska and WebM films. */
  MATROSKA,
  /** AVI films. */
  AVI,
  /** MPEG program and video streams. */
  MPEG,
  /** Windows media. */
  ASF,
  /** Flash video. */
  FLASH_VIDEO,
  /** PDF documents, which may hold pictures. */
  PDF,
  /** Media announced by a data: URI. */
  DATA_URI;

  /** How many bytes {@link #of} looks at. */
  public static final int HEAD_BYTES = 32;

  private static final int WORDS_LOOKED_AT = 24;

  /** The kind of file these first bytes begin, or null; weak signatures count too. */
  public static @Nullable MediaKind ofFile(byte[] head, int length) {
    boolean bareXl = length >= 12 && (head[0] & 0xFF) == 0xFF && head[1] == 0x0A;
    return bareXl && (head[2] != 0 || head[3] != 0) ? JPEG_XL : of(head, 0, length);
  }

  /** The kind these first bytes of a value belong to, or null. */
  public static @Nullable MediaKind of(byte[] head, int offset, int length) {
    if (length < 12) {
      return null;
    }
    return switch (head[offset] & 0xFF) {
      case 0xFF -> is(head, offset, "\u00ff\u00d8\u00ff") ? JPEG : null;
      case 0x89 -> is(head, offset, "\u0089PNG\r\n\u001a\n") ? PNG : null;
      case 'G' -> is(head, offset, "GIF87a") || is(head, offset, "GIF89a") ? GIF : null;
      case 'R' -> riff(head, offset);
      case 'I' ->
          is(head, offset, "II*\0") || is(head, offset, "II+\0") || is(head, offset, "IIRO")
              ? TIFF
              : null;
      case 'M' -> is(head, offset, "MM\0*") || is(head, offset, "MM\0+") ? TIFF : null;
      case 'B' -> bmp(head, offset, length);
      case '8' -> is(head, offset, "8BPS\0") ? PSD : null;
      case 0x1A -> is(head, offset, "\u001aE\u00df\u00a3") ? MATROSKA : null;
      case 'F' -> is(head, offset, "FLV\u0001") ? FLASH_VIDEO : null;
      case '0' -> is(head, offset, "0&\u00b2u\u008ef\u00cf\u0011") ? ASF : null;
      case '%' -> is(head, offset, "%PDF-") ? PDF : null;
      case 0 -> zeroFirst(head, offset, length);
      default -> is(head, offset + 4, "ftyp") && !isWords(head, offset, length) ? ISO_MEDIA : null;
    };
  }

  /**
   * Whether the first bytes are all printable ASCII: a size, a version or the next box of a film
   * never are, a mailbox with these four letters in it is.
   */
  private static boolean isWords(byte[] head, int offset, int length) {
    int end = Math.min(head.length, offset + Math.min(length, WORDS_LOOKED_AT));
    for (int index = offset; index < end; index++) {
      if (head[index] < ' ' || head[index] > '~') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable MediaKind riff(byte[] head, int offset) {
    if (!is(head, offset, "RIFF")) {
      return null;
    }
    if (is(head, offset + 8, "WEBP")) {
      return WEBP;
    }
    return is(head, offset + 8, "AVI ") ? AVI : null;
  }

  private static @Nullable MediaKind bmp(byte[] head, int offset, int length) {
    if (!is(head, offset, "BM") || length < 18) {
      return null;
    }
    boolean reservedIsZero =
        head[offset + 6] == 0
            && head[offset + 7] == 0
            && head[offset + 8] == 0
            && head[offset + 9] == 0;
    int headerSize = head[offset + 14] & 0xFF;
    return reservedIsZero && headerSize >= 12 && head[offset + 15] == 0 ? BMP : null;
  }

  private static @Nullable MediaKind zeroFirst(byte[] head, int offset, int length) {
    if (is(head, offset, "\0\0\0\fJXL \r\n")) {
      return JPEG_XL;
    }
    if (is(head, offset, "\0\0\0\fjP  ")) {
      return JPEG_2000;
    }
    if (is(head, offset + 4, "ftyp")) {
      return ISO_MEDIA;
    }
    if (is(head, offset, "\0\0\u0001\u00ba") || is(head, offset, "\0\0\u0001\u00b3")) {
      return MPEG;
    }
    boolean icon = is(head, offset, "\0\0\u0001\0") && length >= 22;
    return icon && head[offset + 4] > 0 && head[offset + 5] == 0 && head[offset + 9] == 0
        ? ICO
        : null;
  }

  private static boolean is(byte[] head, int offset, String signature) {
    if (offset + signature.length() > head.length) {
      return false;
    }
    for (int index = 0; index < signature.length(); index++) {
      if ((head[offset + index] & 0xFF) != signature.charAt(index)) {
        return false;
      }
    }
    return true;
  }
}
