package dev.cordon.decoder.worker;

import dev.cordon.decoder.Wire;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;

/**
 * The file under way: its bytes lie with the parent process and are asked for where they are
 * needed. One window of them is kept.
 */
final class ParentFile {

  private static final int WINDOW_BYTES = 1 << 16;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final long size;
  private final byte[] window = new byte[WINDOW_BYTES];
  private long windowStart;
  private int windowLength;

  ParentFile(DataInputStream in, DataOutputStream out, long size) {
    this.in = in;
    this.out = out;
    this.size = size;
  }

  long size() {
    return size;
  }

  /**
   * Reads from a place on; how many bytes, -1 at the end.
   *
   * @throws NotDecodedException where the parent can not read them
   */
  int read(long position, byte[] into, int length) throws IOException {
    if (position < 0 || position >= size) {
      return -1;
    }
    int wanted = Math.min(Math.min(length, into.length), Wire.MOST_READ_BYTES);
    out.writeByte(Wire.READ);
    out.writeInt(Long.BYTES + Integer.BYTES);
    out.writeLong(position);
    out.writeInt(wanted);
    out.flush();
    int count = in.readInt();
    if (count < 0 || count > wanted) {
      throw new NotDecodedException("its bytes can not be read from " + position + " on");
    }
    in.readFully(into, 0, count);
    return count == 0 ? -1 : count;
  }

  /** The first bytes, fewer where the file is shorter. */
  byte[] head(int length) throws IOException {
    fill(0);
    return java.util.Arrays.copyOf(window, Math.min(length, windowLength));
  }

  /** The whole file in native memory, with room after it that decoders may read. */
  BytePointer whole(int room) throws IOException {
    BytePointer bytes = new BytePointer(size + room);
    byte[] piece = new byte[Wire.MOST_READ_BYTES];
    long place = 0;
    while (place < size) {
      int count = read(place, piece, piece.length);
      if (count < 0) {
        bytes.close();
        throw new NotDecodedException("it ends at byte " + place + " of " + size);
      }
      bytes.position(place).put(piece, 0, count);
      place += count;
    }
    bytes.position(size).put(new byte[room], 0, room);
    return bytes.position(0);
  }

  /** A big-endian number. */
  long number(long position, int bytes) throws IOException {
    long value = 0;
    for (int index = 0; index < bytes; index++) {
      value = value << 8 | at(position + index);
    }
    return value;
  }

  /** A little-endian number. */
  long little(long position, int bytes) throws IOException {
    long value = 0;
    for (int index = bytes - 1; index >= 0; index--) {
      value = value << 8 | at(position + index);
    }
    return value;
  }

  private int at(long position) throws IOException {
    if (position < windowStart || position >= windowStart + windowLength) {
      fill(position);
    }
    if (windowLength == 0) {
      throw new NotDecodedException("it ends within its header");
    }
    return window[(int) (position - windowStart)] & 0xff;
  }

  private void fill(long position) throws IOException {
    windowStart = position;
    windowLength = Math.max(0, read(position, window, window.length));
  }
}
