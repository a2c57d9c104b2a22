package dev.cordon.hashing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Text of a seized system made safe to print: what could steer a terminal, turn the direction of
 * writing or break a line is written as an escape.
 */
public final class SafeText {

  private SafeText() {}

  /** The text as a JSON string, in quotes. */
  public static String json(String text) {
    return '"' + escaped(text, true) + '"';
  }

  /** The text for a line on a terminal. */
  public static String plain(String text) {
    return escaped(text, false);
  }

  /** A path as it stands on its disk, in the letters UTF-8 reads in it. */
  public static String shown(Path path) {
    Path absolute = path.toAbsolutePath();
    String whole = new String(bytes(absolute), StandardCharsets.UTF_8);
    String base =
        path.isAbsolute()
            ? ""
            : new String(bytes(Path.of("").toAbsolutePath()), StandardCharsets.UTF_8);
    String shown = whole.startsWith(base) ? whole.substring(base.length()) : whole;
    return shown.startsWith("/") && !path.isAbsolute() ? shown.substring(1) : shown;
  }

  private static String escaped(String text, boolean quotes) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int place = 0; place < text.length(); place++) {
      char character = text.charAt(place);
      if (character == '\\' || (quotes && character == '"')) {
        safe.append('\\').append(character);
      } else if (isUnsafe(character) || isLoneSurrogate(text, place)) {
        safe.append("\\u").append(HexFormat.of().toHexDigits(character));
      } else {
        safe.append(character);
      }
    }
    return safe.toString();
  }

  private static boolean isUnsafe(char character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isLoneSurrogate(String text, int place) {
    char character = text.charAt(place);
    if (Character.isHighSurrogate(character)) {
      return place + 1 == text.length() || !Character.isLowSurrogate(text.charAt(place + 1));
    }
    return Character.isLowSurrogate(character)
        && (place == 0 || !Character.isHighSurrogate(text.charAt(place - 1)));
  }

  /** The path's bytes as UTF-8, whatever the locale; nothing where they are something else. */
  static Optional<String> text(Path path) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(path))).toString());
    } catch (CharacterCodingException otherwise) {
      return Optional.empty();
    }
  }

  /** The bytes of the path's name on its disk. */
  static byte[] bytes(Path path) {
    // The only place where the JDK gives a name's bytes undecoded: as %XX in an address.
    String address = path.toUri().getRawPath();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int place = 0; place < address.length(); place++) {
      char character = address.charAt(place);
      if (character == '%') {
        bytes.write(HexFormat.fromHexDigits(address, place + 1, place + 3));
        place += 2;
        continue;
      }
      bytes.write(character);
    }
    return bytes.toByteArray();
  }
}
