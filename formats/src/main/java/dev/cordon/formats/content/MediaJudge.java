package dev.cordon.formats.content;

import org.jspecify.annotations.Nullable;

/**
 * Finds media in a value: raw, as hexadecimal digits, as base64, in data: URIs, at the start or
 * anywhere inside. Looks at signatures only, decodes at most {@link MediaKind#HEAD_BYTES} bytes.
 */
public final class MediaJudge {

  private static final int SHORTEST = 24;
  private static final int FEWEST_DIGITS = 70;
  private static final int FEWEST_SEXTETS = 44;
  private static final int IGNORED = -2;

  /** The bytes a signature may begin with inside a value; most bytes of text are none. */
  private static final boolean[] STARTS = new boolean[256];

  static {
    for (char start : "dD/iRUSATQGJOMFf842530123\u00ff\u0089".toCharArray()) {
      STARTS[start] = true;
    }
  }

  private MediaJudge() {}

  /** The kind of media these bytes hold, or null. */
  public static @Nullable MediaKind judge(byte[] bytes, int offset, int length) {
    if (length < 12) {
      return null;
    }
    MediaKind raw = MediaKind.of(bytes, offset, length);
    if (raw != null || length < SHORTEST) {
      return raw;
    }
    MediaKind hexadecimal = asHexadecimal(bytes, offset, length);
    return hexadecimal != null ? hexadecimal : inside(bytes, offset, length);
  }

  private static @Nullable MediaKind asHexadecimal(byte[] bytes, int offset, int length) {
    int start = offset;
    if (bytes[start] == '0' && (bytes[start + 1] | 32) == 'x'
        || bytes[start] == '\\' && bytes[start + 1] == 'x') {
      start += 2;
    }
    // Digests and keys are shorter than the smallest picture.
    int digits = 0;
    int limit = Math.min(offset + length, start + FEWEST_DIGITS);
    while (start + digits < limit && Character.digit(bytes[start + digits], 16) >= 0) {
      digits++;
    }
    if (digits < FEWEST_DIGITS) {
      return null;
    }
    byte[] head = new byte[MediaKind.HEAD_BYTES];
    for (int index = 0; index < head.length; index++) {
      int high = Character.digit(bytes[start + index * 2], 16);
      int low = Character.digit(bytes[start + index * 2 + 1], 16);
      head[index] = (byte) (high << 4 | low);
    }
    return MediaKind.of(head, 0, head.length);
  }

  private static @Nullable MediaKind inside(byte[] bytes, int offset, int length) {
    int limit = offset + length;
    int end = limit - 15;
    for (int index = offset; index < end; index++) {
      if (!STARTS[bytes[index] & 0xFF]) {
        continue;
      }
      byte second = bytes[index + 1];
      boolean begins = index == offset || isBoundary(bytes[index - 1]);
      MediaKind found =
          switch (bytes[index]) {
            case 'd', 'D' -> second == 'a' ? dataUri(bytes, index, limit) : null;
            case '/' -> second == '9' ? base64(bytes, index, limit) : null;
            case 'i' -> second == 'V' ? base64(bytes, index, limit) : null;
            case 'R' -> second == '0' ? base64(bytes, index, limit) : null;
            case 'U' -> second == 'k' ? base64(bytes, index, limit) : null;
            case 'S' -> second == 'U' ? base64(bytes, index, limit) : null;
            case 'A' -> begins && second == 'A' ? base64(bytes, index, limit) : null;
            case 'T' -> begins && second == 'U' ? base64(bytes, index, limit) : null;
            case 'Q' -> begins && second == 'k' ? base64(bytes, index, limit) : null;
            case 'G' -> begins && second == 'k' ? base64(bytes, index, limit) : null;
            case 'J' -> begins && second == 'V' ? base64(bytes, index, limit) : null;
            case 'O' -> begins && second == 'E' ? base64(bytes, index, limit) : null;
            case 'M' -> begins && second == 'C' ? base64(bytes, index, limit) : null;
            case 'F', 'f', '8', '4', '5', '2', '3', '0', '1' ->
                begins ? asHexadecimal(bytes, index, limit - index) : null;
            case (byte) 0xFF, (byte) 0x89 -> MediaKind.of(bytes, index, limit - index);
            default -> null;
          };
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isBoundary(byte before) {
    return switch (before) {
      case '"', '\'', '=', ':', ',', ';', ' ', '\t', '\n', '(', '>', 'x', 'X', '|' -> true;
      default -> false;
    };
  }

  private static @Nullable MediaKind dataUri(byte[] bytes, int index, int end) {
    if (!matches(bytes, index, end, "data:")) {
      return null;
    }
    int type = index + 5;
    boolean media =
        matches(bytes, type, end, "image/")
            || matches(bytes, type, end, "video/")
            || matches(bytes, type, end, "application/pdf");
    if (media) {
      return MediaKind.DATA_URI;
    }
    int limit = Math.min(end, type + 128);
    for (int place = type; place < limit; place++) {
      if (bytes[place] == ',') {
        return base64(bytes, place + 1, end);
      }
    }
    return null;
  }

  private static @Nullable MediaKind base64(byte[] bytes, int start, int end) {
    byte[] head = new byte[MediaKind.HEAD_BYTES];
    int filled = 0;
    int group = 0;
    int bits = 0;
    int sextets = 0;
    for (int index = start; index < end && sextets < FEWEST_SEXTETS; index++) {
      int value = sextet(bytes[index]);
      if (value == IGNORED) {
        continue;
      }
      if (value < 0) {
        break;
      }
      sextets++;
      group = group << 6 | value;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        if (filled < head.length) {
          head[filled++] = (byte) (group >> bits);
        }
      }
    }
    return sextets < FEWEST_SEXTETS ? null : MediaKind.of(head, 0, filled);
  }

  private static int sextet(byte letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return letter - 'A';
    }
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a' + 26;
    }
    if (letter >= '0' && letter <= '9') {
      return letter - '0' + 52;
    }
    return switch (letter) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      case '\r', '\n', '\\' -> IGNORED;
      default -> -1;
    };
  }

  private static boolean matches(byte[] bytes, int start, int end, String lowerCase) {
    if (start + lowerCase.length() > end) {
      return false;
    }
    for (int index = 0; index < lowerCase.length(); index++) {
      if (Character.toLowerCase(bytes[start + index]) != lowerCase.charAt(index)) {
        return false;
      }
    }
    return true;
  }
}
