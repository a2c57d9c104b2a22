package dev.cordon.formats.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzip with all its members, one after the other. Gives out what a damaged member still holds
 * before it says what is wrong; says so when bytes follow that are no further member.
 */
final class GzipMembers extends InputStream {

  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int LONGEST_TEXT = 1 << 16;

  private final InputStream stream;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input = new byte[1 << 15];
  private int place;
  private int end;
  private boolean open;
  private boolean done;

  GzipMembers(InputStream stream) throws IOException {
    this.stream = stream;
    header();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!done) {
      if (!open) {
        nextMember();
        continue;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        checksum.update(target, offset, count);
        return count;
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(target, offset, length);
      if (count > 0) {
        return count;
      }
    } catch (DataFormatException damaged) {
      throw new IOException(damaged);
    }
    if (inflater.finished()) {
      place = end - inflater.getRemaining();
      trailer();
      open = false;
    } else if (inflater.needsDictionary()) {
      throw new IOException("needs a dictionary");
    } else if (inflater.needsInput()) {
      if (!fill()) {
        throw new EOFException();
      }
      inflater.setInput(input, 0, end);
      place = end;
    }
    return 0;
  }

  private void nextMember() throws IOException {
    if (place == end && !fill()) {
      done = true;
      inflater.end();
      return;
    }
    if ((input[place] & 0xFF) != 0x1F) {
      throw new TrailingBytesException();
    }
    header();
  }

  private void header() throws IOException {
    if (next() != 0x1F || next() != 0x8B) {
      throw new TrailingBytesException();
    }
    if (next() != 8) {
      throw new IOException("is packed by an unknown method");
    }
    int flags = next();
    for (int index = 0; index < 6; index++) {
      next();
    }
    if ((flags & EXTRA) != 0) {
      int length = next() | next() << 8;
      for (int index = 0; index < length; index++) {
        next();
      }
    }
    if ((flags & NAME) != 0) {
      text();
    }
    if ((flags & COMMENT) != 0) {
      text();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      next();
      next();
    }
    inflater.reset();
    checksum.reset();
    inflater.setInput(input, place, end - place);
    open = true;
  }

  private void text() throws IOException {
    for (int length = 0; next() != 0; length++) {
      if (length > LONGEST_TEXT) {
        throw new IOException("has a name without an end");
      }
    }
  }

  private void trailer() throws IOException {
    long crc = number();
    long size = number();
    if (crc != checksum.getValue()) {
      throw new IOException("its checksum does not fit");
    }
    if (size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new IOException("its length does not fit");
    }
  }

  private long number() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    if (place == end && !fill()) {
      throw new EOFException();
    }
    return input[place++] & 0xFF;
  }

  private boolean fill() throws IOException {
    place = 0;
    end = 0;
    int count = stream.read(input, 0, input.length);
    end = Math.max(count, 0);
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    stream.close();
  }

  /** What follows the last member is no further one. */
  static final class TrailingBytesException extends IOException {

    private static final long serialVersionUID = 1L;
  }
}
