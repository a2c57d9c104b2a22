package dev.cordon.formats.archives;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * Bytes of unknown length: they end where a data descriptor stands whose size, and for bytes that
 * are stored as they are also whose check value, fits what came before.
 */
final class ZipUntilDescriptor extends InputStream {

  private static final int LOOKAHEAD = 24;

  private final Source source;
  private final boolean checked;
  private final CRC32 checksum = new CRC32();
  private long count;
  private boolean done;

  ZipUntilDescriptor(Source source, boolean checked) {
    this.source = source;
    this.checked = checked;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (done || length == 0) {
      return done ? -1 : 0;
    }
    boolean more = source.has(LOOKAHEAD);
    int at = Math.min(length, more ? source.atHand() - 16 : source.atHand());
    if (at == 0) {
      throw new EOFException();
    }
    int free = upToDescriptor(at);
    if (free == 0) {
      done = true;
      return -1;
    }
    int read = source.read(target, offset, free);
    checksum.update(target, offset, read);
    count += read;
    return read;
  }

  /** How many bytes lie before a descriptor that may fit; none when it stands right here. */
  private int upToDescriptor(int at) throws IOException {
    byte[] buffer = source.buffer();
    int start = source.place();
    for (int index = 0; index < at; index++) {
      if (buffer[start + index] == 'P' && isSignature(buffer, start + index)) {
        if (index > 0) {
          return index;
        }
        if (isEnd()) {
          return 0;
        }
      }
    }
    return at;
  }

  private static boolean isSignature(byte[] buffer, int place) {
    return place + 4 <= buffer.length
        && buffer[place + 1] == 'K'
        && buffer[place + 2] == 7
        && buffer[place + 3] == 8;
  }

  private boolean isEnd() throws IOException {
    if (!source.has(16)) {
      return false;
    }
    boolean fits =
        source.number(8, 4) == (count & 0xFFFFFFFFL)
            || source.has(24) && source.number(8, 8) == count;
    return fits && (!checked || source.number(4, 4) == checksum.getValue());
  }
}
