package dev.cordon.formats.dumps;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Takes a byte order mark off; what is UTF-16 becomes UTF-8, positions then count UTF-8 bytes. */
final class Utf8Stream extends InputStream {

  private static final int CHUNK = 8192;

  private final Reader reader;
  private InputStream chunk = InputStream.nullInputStream();

  private Utf8Stream(InputStream stream, Charset charset) {
    this.reader = new BufferedReader(new InputStreamReader(stream, charset));
  }

  static InputStream of(InputStream stream) throws IOException {
    PushbackInputStream start = new PushbackInputStream(stream, 3);
    byte[] mark = start.readNBytes(3);
    boolean utf8 =
        mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == -65;
    if (utf8) {
      return start;
    }
    start.unread(mark);
    if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
      return new Utf8Stream(start, StandardCharsets.UTF_16);
    }
    if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
      return new Utf8Stream(start, StandardCharsets.UTF_16);
    }
    return start;
  }

  @Override
  public int read() throws IOException {
    int next = chunk.read();
    return next >= 0 || !refill() ? next : chunk.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = chunk.read(target, offset, length);
    return count >= 0 || !refill() ? count : chunk.read(target, offset, length);
  }

  private boolean refill() throws IOException {
    char[] letters = new char[CHUNK];
    int count = reader.read(letters, 0, CHUNK - 1);
    if (count < 0) {
      return false;
    }
    if (Character.isHighSurrogate(letters[count - 1])) {
      int low = reader.read();
      if (low >= 0) {
        letters[count++] = (char) low;
      }
    }
    chunk =
        new ByteArrayInputStream(new String(letters, 0, count).getBytes(StandardCharsets.UTF_8));
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
