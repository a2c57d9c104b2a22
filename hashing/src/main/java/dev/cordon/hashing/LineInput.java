package dev.cordon.hashing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream, each cut at a length that is known to be too long, so that no line fills the
 * memory. Lines end with LF or CR LF. Bytes are read as UTF-8.
 */
final class LineInput implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] line;
  private int place;
  private int end;
  private long number;
  private boolean isCut;

  /** Keeps so many bytes of a line and drops what follows them. */
  LineInput(InputStream stream, int longestBytes) {
    this.stream = stream;
    this.line = new byte[longestBytes];
  }

  /** The next line, or null at the end. */
  @Nullable String next() throws IOException {
    int length = 0;
    isCut = false;
    boolean isBegun = false;
    while (true) {
      if (place == end && !fill()) {
        return isBegun ? text(length) : null;
      }
      if (!isBegun) {
        isBegun = true;
        number++;
      }
      byte value = buffer[place++];
      if (value == '\n') {
        return text(length);
      }
      if (length < line.length) {
        line[length++] = value;
      } else {
        isCut = true;
      }
    }
  }

  private boolean fill() throws IOException {
    place = 0;
    end = Math.max(0, stream.read(buffer));
    return end > 0;
  }

  private String text(int length) {
    int used = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, used, StandardCharsets.UTF_8);
  }

  /** The number of the line given last, from 1. */
  long number() {
    return number;
  }

  /** Whether the line given last was longer than what is kept. */
  boolean isCut() {
    return isCut;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
