package dev.cordon.hashing.lists;

import dev.cordon.formats.lists.ListedHash;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of digests with the numbers of their rows, in little memory: records go to 256
 * files by their first byte, and each file is sorted in memory; one that is too large (a list of
 * digests that begin alike) is divided by the next byte, and so on. Equal digests stay in the order
 * of their rows. A record whose first byte is shared by more than fits is written again. Cost: one
 * writing, one reading, a sort of 64-bit numbers. For one thread.
 */
public final class DigestSorter implements AutoCloseable {

  /** The most that is sorted in memory at once. */
  static final int MEMORY_BYTES = 48 << 20;

  private static final int BUCKETS = 256;
  private static final int BUCKET_BUFFER_BYTES = 1 << 15;
  private static final int PLACE_BITS = 24;
  private static final int KEY_BYTES = 5;

  private final Path folder;
  private final String name;
  private final int digestBytes;
  private final int recordBytes;
  private final int memoryBytes;
  private final @Nullable StoreFile[] buckets = new StoreFile[BUCKETS];
  private final byte[] record;

  /**
   * Sorts by way of files in a folder.
   *
   * @param name what their names begin with
   * @param digestBytes of each digest
   */
  public DigestSorter(Path folder, String name, int digestBytes) {
    this(folder, name, digestBytes, MEMORY_BYTES);
  }

  DigestSorter(Path folder, String name, int digestBytes, int memoryBytes) {
    this.folder = folder;
    this.name = name;
    this.digestBytes = digestBytes;
    this.recordBytes = digestBytes + Integer.BYTES;
    this.memoryBytes = memoryBytes;
    this.record = new byte[recordBytes];
  }

  /** Takes a digest, which is copied, with its row's number, 0 to 2^32 - 1. */
  void add(ListedHash digest, long row) throws IOException {
    digest.copyTo(record, 0);
    add(row);
  }

  /** Takes the first bytes of an array as a digest, with its row's number, 0 to 2^32 - 1. */
  public void add(byte[] digest, long row) throws IOException {
    System.arraycopy(digest, 0, record, 0, digestBytes);
    add(row);
  }

  private void add(long row) throws IOException {
    ByteBuffer.wrap(record).putInt(digestBytes, (int) row);
    int first = record[0] & 0xff;
    StoreFile bucket = buckets[first];
    if (bucket == null) {
      bucket = new StoreFile(path(name + "-" + first), BUCKET_BUFFER_BYTES);
      buckets[first] = bucket;
    }
    bucket.write(record, 0, recordBytes);
  }

  private Path path(String part) {
    return folder.resolve(part + ".sorting");
  }

  /** Hands all records over in order, and removes what it wrote. */
  public void sortInto(RecordSink sink) throws IOException {
    for (int first = 0; first < BUCKETS; first++) {
      StoreFile bucket = buckets[first];
      if (bucket != null) {
        bucket.close();
        buckets[first] = null;
        sort(name + "-" + first, 1, sink);
      }
    }
  }

  /** Takes records of digest and row in order; the bytes are valid during the call. */
  @FunctionalInterface
  public interface RecordSink {
    /** Some records, each a digest and the four bytes of a row, big-endian. */
    void records(byte[] bytes, int from, int length) throws IOException;
  }

  private void sort(String part, int equalBytes, RecordSink sink) throws IOException {
    Path file = path(part);
    long size = Files.size(file);
    if (size <= memoryBytes) {
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      sorted(bytes, equalBytes, sink);
    } else if (equalBytes == digestBytes) {
      copy(file, sink);
    } else {
      divide(file, part, equalBytes, sink);
    }
  }

  private void copy(Path file, RecordSink sink) throws IOException {
    byte[] piece = new byte[recordBytes * 1024];
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int read = in.readNBytes(piece, 0, piece.length);
          read > 0;
          read = in.readNBytes(piece, 0, piece.length)) {
        sink.records(piece, 0, read);
      }
    }
    Files.delete(file);
  }

  private void divide(Path file, String part, int place, RecordSink sink) throws IOException {
    @Nullable StoreFile[] parts = new StoreFile[BUCKETS];
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18))) {
      for (long left = Files.size(file) / recordBytes; left > 0; left--) {
        in.readFully(record);
        int next = record[place] & 0xff;
        StoreFile one = parts[next];
        if (one == null) {
          one = new StoreFile(path(part + "-" + next), BUCKET_BUFFER_BYTES);
          parts[next] = one;
        }
        one.write(record, 0, recordBytes);
      }
    } finally {
      for (StoreFile one : parts) {
        if (one != null) {
          one.close();
        }
      }
    }
    Files.delete(file);
    for (int next = 0; next < BUCKETS; next++) {
      if (parts[next] != null) {
        sort(part + "-" + next, place + 1, sink);
      }
    }
  }

  private void sorted(byte[] bytes, int equalBytes, RecordSink sink) throws IOException {
    int count = bytes.length / recordBytes;
    int[] order = new int[count];
    for (int place = 0; place < count; place++) {
      order[place] = place;
    }
    sort(bytes, order, 0, count, equalBytes);
    byte[] piece = new byte[recordBytes * Math.min(Math.max(count, 1), 4096)];
    int used = 0;
    for (int place : order) {
      System.arraycopy(bytes, place * recordBytes, piece, used, recordBytes);
      used += recordBytes;
      if (used == piece.length) {
        sink.records(piece, 0, used);
        used = 0;
      }
    }
    sink.records(piece, 0, used);
  }

  /** Sorts by five bytes and the place at once, then what those left equal by the next five. */
  private void sort(byte[] bytes, int[] order, int from, int to, int equalBytes) {
    if (to - from < 2 || equalBytes >= digestBytes) {
      return;
    }
    long[] keys = new long[to - from];
    for (int place = from; place < to; place++) {
      keys[place - from] = key(bytes, order[place], equalBytes) | (place - from);
    }
    Arrays.sort(keys);
    int[] before = Arrays.copyOfRange(order, from, to);
    int start = 0;
    for (int place = 0; place < keys.length; place++) {
      order[from + place] = before[(int) (keys[place] & ((1 << PLACE_BITS) - 1))];
      boolean isLast =
          place + 1 == keys.length || keys[place] >>> PLACE_BITS != keys[place + 1] >>> PLACE_BITS;
      if (isLast) {
        sort(bytes, order, from + start, from + place + 1, equalBytes + KEY_BYTES);
        start = place + 1;
      }
    }
  }

  /** Five bytes as the upper bits of a number whose signed order is theirs. */
  private long key(byte[] bytes, int place, int equalBytes) {
    long key = 0;
    int start = place * recordBytes;
    for (int index = equalBytes; index < equalBytes + KEY_BYTES; index++) {
      key = key << 8 | (index < digestBytes ? bytes[start + index] & 0xff : 0);
    }
    return key << PLACE_BITS ^ Long.MIN_VALUE;
  }

  @Override
  public void close() throws IOException {
    for (StoreFile bucket : buckets) {
      if (bucket != null) {
        bucket.close();
      }
    }
  }
}
