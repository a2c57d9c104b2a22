package dev.cordon.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as text: UTF-8, or windows-1252 where they are no valid UTF-8, which is told. */
public record Text(String value, boolean isWindows1252) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * Text that was encoded as UTF-8, read as windows-1252 and encoded once more, as it stood before;
   * null where the text is none.
   */
  public static @Nullable String encodedOnce(String text) {
    if (!mayBeTwice(text)) {
      return null;
    }
    try {
      ByteBuffer bytes =
          WINDOWS_1252
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException once) {
      return null;
    }
  }

  /** Whether a first byte of two to four stands there as a letter, with another sign behind it. */
  private static boolean mayBeTwice(String text) {
    for (int index = 0; index + 1 < text.length(); index++) {
      char next = text.charAt(index);
      if (next >= 0xC2 && next <= 0xF4 && text.charAt(index + 1) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  /** Decodes the bytes. */
  public static Text of(byte[] bytes) {
    try {
      return new Text(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString(),
          false);
    } catch (CharacterCodingException invalid) {
      return new Text(new String(bytes, WINDOWS_1252), true);
    }
  }
}
