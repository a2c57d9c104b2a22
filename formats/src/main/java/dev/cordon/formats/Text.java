package dev.cordon.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, or windows-1252 where they are no valid UTF-8, which is told. */
public record Text(String value, boolean isWindows1252) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
