package dev.cordon.decoder.worker;

import java.io.IOException;
import java.util.Optional;

/**
 * The size a picture states before its data, so that what is too large is refused by name before a
 * decoder sees it.
 *
 * @param width in pixels, as stated; may be nonsense
 * @param height in pixels, as stated
 * @param components of a JPEG; 0 for other forms
 */
record StatedSize(long width, long height, int components) {

  private static final int MOST_SEGMENTS = 10_000;
  private static final int MOST_ENTRIES = 4096;

  /** What the file states; nothing where the form's header is read by its container. */
  static Optional<StatedSize> of(MediaForm form, ParentFile file) throws IOException {
    return switch (form) {
      case PNG -> Optional.of(new StatedSize(file.number(16, 4), file.number(20, 4), 0));
      case GIF -> Optional.of(new StatedSize(file.little(6, 2), file.little(8, 2), 0));
      case BMP -> Optional.of(bitmap(file));
      case JPEG -> Optional.of(jpeg(file));
      case WEBP -> webp(file);
      case TIFF -> tiff(file);
      case JPEG_2000, PDF, HEIF, MP4, MATROSKA, AVI, ASF, FLV, MPEG, OGG -> Optional.empty();
    };
  }

  private static StatedSize bitmap(ParentFile file) throws IOException {
    if (file.little(14, 4) == 12) {
      return new StatedSize(file.little(18, 2), file.little(20, 2), 0);
    }
    // A negative height means that rows go downwards.
    return new StatedSize(
        Math.abs((int) file.little(18, 4)), Math.abs((int) file.little(22, 4)), 0);
  }

  private static StatedSize jpeg(ParentFile file) throws IOException {
    long place = 2;
    for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
      while (file.number(place, 1) != 0xff) {
        place++;
      }
      while (file.number(place, 1) == 0xff) {
        place++;
      }
      int marker = (int) file.number(place++, 1);
      boolean hasNoLength = marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);
      if (hasNoLength) {
        continue;
      }
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
        return new StatedSize(
            file.number(place + 5, 2), file.number(place + 3, 2), (int) file.number(place + 7, 1));
      }
      place += file.number(place, 2);
    }
    throw new NotDecodedException("no frame within the first " + MOST_SEGMENTS + " segments");
  }

  private static Optional<StatedSize> webp(ParentFile file) throws IOException {
    return switch ((int) file.number(12, 4)) {
      case 0x56503858 -> // VP8X
          Optional.of(new StatedSize(file.little(24, 3) + 1, file.little(27, 3) + 1, 0));
      case 0x5650384c -> { // VP8L
        long bits = file.little(21, 4);
        yield Optional.of(new StatedSize((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, 0));
      }
      default ->
          Optional.of(new StatedSize(file.little(26, 2) & 0x3fff, file.little(28, 2) & 0x3fff, 0));
    };
  }

  private static Optional<StatedSize> tiff(ParentFile file) throws IOException {
    boolean isLittle = file.number(0, 1) == 'I';
    long directory = number(file, isLittle, 4, 4);
    int entries = (int) Math.min(MOST_ENTRIES, number(file, isLittle, directory, 2));
    long width = 0;
    long height = 0;
    for (int entry = 0; entry < entries; entry++) {
      long place = directory + 2 + entry * 12L;
      long tag = number(file, isLittle, place, 2);
      int bytes = number(file, isLittle, place + 2, 2) == 3 ? 2 : 4;
      if (tag == 256) {
        width = number(file, isLittle, place + 8, bytes);
      } else if (tag == 257) {
        height = number(file, isLittle, place + 8, bytes);
      }
    }
    return width == 0 || height == 0
        ? Optional.empty()
        : Optional.of(new StatedSize(width, height, 0));
  }

  private static long number(ParentFile file, boolean isLittle, long place, int bytes)
      throws IOException {
    return isLittle ? file.little(place, bytes) : file.number(place, bytes);
  }

  /** Refuses more pixels than are wanted. */
  void check(MediaForm form, long mostPixels) {
    check(form.shown(), width, height, mostPixels);
  }

  /** Refuses more pixels than are wanted. */
  static void check(String what, long width, long height, long mostPixels) {
    if (width < 1 || height < 1) {
      throw new NotDecodedException("%s of %d x %d pixels".formatted(what, width, height));
    }
    if (width > mostPixels / height) {
      throw new NotDecodedException(
          "%s of %d x %d pixels; at most %d are decoded"
              .formatted(what, width, height, mostPixels));
    }
  }
}
