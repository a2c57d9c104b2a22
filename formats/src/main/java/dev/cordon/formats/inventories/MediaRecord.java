package dev.cordon.formats.inventories;

import java.util.List;
import java.util.Locale;

/**
 * One file of an exhibit, without its name.
 *
 * @param number of the item, from 1
 * @param place where it lies, in numbers
 * @param isDeleted whether its name was deleted
 * @param size in bytes; meaningless without digests
 * @param md5 32 hexadecimal digits; digests are all there or all empty
 * @param sha1 40
 * @param sha256 64
 * @param format of the picture or video; empty for none
 * @param width in pixels, 0 for none
 * @param height in pixels
 * @param reason why something is missing
 * @param lists which lists hold it, with version and category
 * @param says what marks it carries, in sentences
 */
public record MediaRecord(
    long number,
    String place,
    boolean isDeleted,
    long size,
    String md5,
    String sha1,
    String sha256,
    String format,
    int width,
    int height,
    String reason,
    List<String> lists,
    List<String> says) {

  /** Copies the lists. */
  public MediaRecord {
    lists = List.copyOf(lists);
    says = List.copyOf(says);
  }

  /** Whether it was read. */
  public boolean hasDigests() {
    return !sha256.isEmpty();
  }

  /** Whether it is a picture or video, or could be one that was not decoded. */
  public boolean isMedia() {
    return !format.isEmpty() || reason.startsWith("could not be decoded");
  }

  /** Its media type, as far as its format tells; empty where it does not. */
  public String mediaType() {
    String first = format.split("/", 2)[0].toLowerCase(Locale.ROOT);
    return switch (first) {
      case "jpeg", "png", "gif", "bmp", "tiff", "webp" -> "image/" + first;
      case "jpeg2000" -> "image/jp2";
      case "heif" -> "image/heif";
      case "mp4" -> "video/mp4";
      case "matroska" -> "video/x-matroska";
      case "avi" -> "video/x-msvideo";
      case "asf" -> "video/x-ms-asf";
      case "flv" -> "video/x-flv";
      case "mpeg" -> "video/mpeg";
      case "ogg" -> "video/ogg";
      default -> "";
    };
  }
}
