package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.Contents;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Holds what passes, up to a limit, so that it can be read again. The walk reads one large member
 * at a time and opens archives three deep, so there are at most four of these. For one thread.
 */
final class HeldStream extends FilterInputStream {

  /** The most that is held: an eighth of the heap, at most 256 MB. */
  static final int MOST_BYTES =
      (int) Math.min(Math.max(Runtime.getRuntime().maxMemory() / 8, 32 << 20), 256 << 20);

  private static final int BLOCK = 1 << 20;

  private final List<byte[]> blocks = new ArrayList<>();
  private long size;

  HeldStream(InputStream stream) {
    super(stream);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = in.read(into, from, length);
    if (count > 0) {
      hold(into, from, count);
    }
    return count;
  }

  private void hold(byte[] bytes, int from, int count) {
    size += count;
    if (size > MOST_BYTES) {
      blocks.clear();
      return;
    }
    int at = from;
    int left = count;
    long end = size - count;
    while (left > 0) {
      int place = (int) (end % BLOCK);
      if (place == 0) {
        blocks.add(new byte[BLOCK]);
      }
      int part = Math.min(left, BLOCK - place);
      System.arraycopy(bytes, at, blocks.getLast(), place, part);
      at += part;
      left -= part;
      end += part;
    }
  }

  /** What passed; nothing where it was more than is held. */
  Optional<Contents> contents() {
    return size > MOST_BYTES ? Optional.empty() : Optional.of(new Held(List.copyOf(blocks), size));
  }

  private record Held(List<byte[]> blocks, long size) implements Contents {

    @Override
    public int read(long position, byte[] into, int length) {
      if (position < 0 || position >= size) {
        return -1;
      }
      int place = (int) (position % BLOCK);
      int count = (int) Math.min(Math.min(length, BLOCK - place), size - position);
      byte[] block = blocks.get((int) (position / BLOCK));
      System.arraycopy(Arrays.copyOfRange(block, place, place + count), 0, into, 0, count);
      return count;
    }
  }
}
