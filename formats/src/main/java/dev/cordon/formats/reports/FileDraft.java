package dev.cordon.formats.reports;

import java.util.Locale;

/** Collects one file of a report by the names its fields go by. Reused; for one thread. */
final class FileDraft {

  private static final int LONGEST = 4096;

  private String name = "";
  private String folder = "";
  private long size;
  private String md5 = "";
  private String sha1 = "";
  private String sha256 = "";
  private boolean isDeleted;
  private String make = "";
  private String model = "";
  private String taken = "";
  private boolean hasPosition;

  void clear() {
    name = "";
    folder = "";
    size = 0;
    md5 = "";
    sha1 = "";
    sha256 = "";
    isDeleted = false;
    make = "";
    model = "";
    taken = "";
    hasPosition = false;
  }

  /** Whether a field of that name says something that is kept. */
  static boolean isKnown(String field) {
    return !Field.of(field).equals(Field.OTHER);
  }

  /** Whether a field of that name holds a digest. */
  static boolean isDigest(String field) {
    return switch (Field.of(field)) {
      case MD5, SHA1, SHA256 -> true;
      default -> false;
    };
  }

  void take(String field, String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      return;
    }
    switch (Field.of(field)) {
      case NAME -> name = name.isEmpty() ? bounded(value) : name;
      case PATH -> folder = folder.isEmpty() ? bounded(value) : folder;
      case SIZE -> size = size(value);
      case MD5 -> md5 = hex(value, 32, md5);
      case SHA1 -> sha1 = hex(value, 40, sha1);
      case SHA256 -> sha256 = hex(value, 64, sha256);
      case DELETED -> isDeleted = isDeleted || value.matches("(?i)deleted|true|yes|1|ja|oui");
      case MAKE -> make = make.isEmpty() ? bounded(value) : make;
      case MODEL -> model = model.isEmpty() ? bounded(value) : model;
      case TAKEN -> taken = taken.isEmpty() ? bounded(value) : taken;
      case POSITION -> hasPosition = true;
      case OTHER -> {}
    }
  }

  ReportFile end() {
    boolean hasBoth = !folder.isEmpty() && !name.isEmpty() && !folder.endsWith(name);
    String path = hasBoth ? folder + "/" + name : folder.isEmpty() ? name : folder;
    return new ReportFile(
        path, size, md5, sha1, sha256, isDeleted, make, model, taken, hasPosition);
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static long size(String value) {
    String digits = value.replaceAll("(?i)[ ,.'\u00a0\u202f]|bytes?$", "");
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  private static String hex(String value, int digits, String before) {
    String lower = value.toLowerCase(Locale.ROOT);
    return before.isEmpty() && lower.matches("[0-9a-f]{" + digits + "}") ? lower : before;
  }

  private enum Field {
    NAME,
    PATH,
    SIZE,
    MD5,
    SHA1,
    SHA256,
    DELETED,
    MAKE,
    MODEL,
    TAKEN,
    POSITION,
    OTHER;

    static Field of(String name) {
      String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
      return switch (plain) {
        case "name", "filename" -> NAME;
        case "path",
            "filepath",
            "fullpath",
            "folder",
            "originalpath",
            "sourcepath",
            "storagepath" ->
            PATH;
        case "size", "sizebytes", "filesize", "filesizebytes", "length" -> SIZE;
        case "md5", "md5hash", "hashmd5" -> MD5;
        case "sha1", "sha1hash", "hashsha1" -> SHA1;
        case "sha256", "sha256hash", "hashsha256" -> SHA256;
        case "deleted", "isdeleted", "deletedstate", "deletedstatus", "recoverystate" -> DELETED;
        case "cameramake", "exifenummake", "make", "cameramanufacturer" -> MAKE;
        case "cameramodel", "exifenummodel", "model" -> MODEL;
        case "capturetime", "exifenumdatetimeoriginal", "datetimeoriginal", "datetaken" -> TAKEN;
        case "latlon", "latitude", "exifenumgpslatitude", "gpslatitude", "coordinates" -> POSITION;
        default -> OTHER;
      };
    }
  }
}
