package dev.cordon.formats.sqlite;

import java.util.List;

/** Bytes in blocks of one size, the last may be shorter. */
record MemoryBytes(List<byte[]> blocks, long size) implements RandomBytes {

  static final int BLOCK_BYTES = 1 << 20;

  MemoryBytes {
    blocks = List.copyOf(blocks);
  }

  @Override
  public int read(long offset, byte[] target, int length) {
    int count = (int) Math.max(0, Math.min(length, size - offset));
    int done = 0;
    while (done < count) {
      long place = offset + done;
      byte[] block = blocks.get((int) (place / BLOCK_BYTES));
      int start = (int) (place % BLOCK_BYTES);
      int part = Math.min(count - done, block.length - start);
      System.arraycopy(block, start, target, done, part);
      done += part;
    }
    return count;
  }
}
