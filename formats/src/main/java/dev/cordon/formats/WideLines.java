package dev.cordon.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-16. A line's bytes are given as UTF-8, its position counts the bytes as they lie in
 * the file.
 */
public final class WideLines implements LineSource {

  private final ByteCursor cursor;
  private final boolean bigEndian;
  private final int limitBytes;
  private final long start;
  private long number = 1;

  /**
   * Reads lines from the stream.
   *
   * @param start the offset of the stream's first byte, after a byte order mark for one
   */
  public WideLines(InputStream stream, boolean bigEndian, int limitBytes, long start) {
    this.cursor = new ByteCursor(stream);
    this.bigEndian = bigEndian;
    this.limitBytes = limitBytes;
    this.start = start;
  }

  @Override
  public BoundedLines.@Nullable Line next() throws IOException {
    if (cursor.peek() < 0) {
      return null;
    }
    long offset = cursor.offset();
    ByteArrayOutputStream held = new ByteArrayOutputStream();
    MessageDigest digest = null;
    boolean ended = false;
    while (!ended) {
      int first = cursor.read();
      int second = first < 0 ? -1 : cursor.read();
      if (first < 0) {
        break;
      }
      int unit = bigEndian ? first << 8 | second & 0xFF : second << 8 | first;
      ended = second >= 0 && unit == '\n';
      if (!ended) {
        held.write(first);
        if (second >= 0) {
          held.write(second);
        }
        digest = shed(held, digest);
      }
    }
    Position position = new Position(start + offset, number++, cursor.offset() - offset);
    if (digest != null) {
      digest.update(held.toByteArray());
      String hexadecimal = HexFormat.of().formatHex(digest.digest());
      return new BoundedLines.Line(new byte[0], position, hexadecimal, ended);
    }
    return new BoundedLines.Line(bytes(held.toByteArray()), position, null, ended);
  }

  private byte[] bytes(byte[] wide) {
    Charset charset = bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    String text = new String(wide, charset);
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private @Nullable MessageDigest shed(ByteArrayOutputStream held, @Nullable MessageDigest digest) {
    if (held.size() < limitBytes) {
      return digest;
    }
    try {
      MessageDigest open = digest == null ? MessageDigest.getInstance("SHA-256") : digest;
      open.update(held.toByteArray());
      held.reset();
      return open;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
