package dev.cordon.formats.content;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZFormatException;
import org.tukaani.xz.XZInputStream;

/**
 * A file's content with its packing (gzip, Zstandard, bzip2, xz, LZMA; told by content) taken off.
 * Where the packed bytes are damaged, end too early, are followed by others or unfold beyond the
 * limits, the stream ends and {@link #damage} says why, so that what was read so far is kept.
 * Failures of the disk are thrown.
 */
public final class UnpackedStream extends InputStream {

  private static final int HEAD_BYTES = 13;

  /** The largest dictionary xz itself asks for needs 65 MiB; more is not given. */
  private static final int XZ_MEMORY_KIB = 96 << 10;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Raw raw;
  private final PackedLimits limits;
  private InputStream content;
  private int layers;
  private long count;
  private @Nullable String damage;
  private boolean isStopped;

  private UnpackedStream(InputStream stream, PackedLimits limits) {
    this.raw = new Raw(stream);
    this.limits = limits;
    this.content = raw;
  }

  /** Takes the packing off; closing this closes the stream. */
  public static UnpackedStream of(InputStream stream, PackedLimits limits) throws IOException {
    UnpackedStream unpacked = new UnpackedStream(stream, limits);
    unpacked.unfold();
    return unpacked;
  }

  /** Why the content ended before its time, if it did. */
  public Optional<String> damage() {
    return Optional.ofNullable(damage);
  }

  /**
   * Whether all that can be unpacked was given out: false where bytes were left that nobody looked
   * into, for they are damaged, too many, or no packed content.
   */
  public boolean isWhollyRead() {
    return !isStopped;
  }

  /** How many bytes of the file itself were read. */
  public long rawBytes() {
    return raw.count;
  }

  /** Whether there was any packing. */
  public boolean isPacked() {
    return layers > 0;
  }

  private void unfold() throws IOException {
    while (true) {
      BufferedInputStream next = new BufferedInputStream(new Piecemeal(content), BUFFER_BYTES);
      content = next;
      next.mark(HEAD_BYTES);
      try {
        byte[] head = head(next);
        next.reset();
        Optional<InputStream> layer = layer(head, next);
        if (layer.isEmpty()) {
          return;
        }
        if (layers == limits.layers()) {
          end("is packed more than " + limits.layers() + " times around");
          return;
        }
        layers++;
        content = layer.get();
      } catch (IOException failure) {
        damaged(failure);
        return;
      }
    }
  }

  /** The first bytes, fewer where the packed bytes are damaged after them. */
  private static byte[] head(InputStream stream) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    int used = 0;
    try {
      int read;
      while (used < HEAD_BYTES && (read = stream.read(head, used, HEAD_BYTES - used)) > 0) {
        used += read;
      }
    } catch (IOException damaged) {
      if (used == 0) {
        throw damaged;
      }
    }
    return java.util.Arrays.copyOf(head, used);
  }

  private static Optional<InputStream> layer(byte[] head, InputStream stream) throws IOException {
    if (head.length < 6) {
      return Optional.empty();
    }
    int first = head[0] & 0xFF;
    int second = head[1] & 0xFF;
    if (first == 0x1F && second == 0x8B) {
      return Optional.of(new GzipMembers(stream));
    }
    if (first == 0x28 && second == 0xB5 && (head[2] & 0xFF) == 0x2F && (head[3] & 0xFF) == 0xFD) {
      return Optional.of(new ZstdInputStream(stream));
    }
    if (first == 'B' && second == 'Z' && head[2] == 'h' && head[3] >= '1' && head[3] <= '9') {
      return Optional.of(new BZip2CompressorInputStream(stream, true));
    }
    if (first == 0xFD && second == '7' && head[2] == 'z' && head[3] == 'X') {
      return Optional.of(new XZInputStream(stream, XZ_MEMORY_KIB));
    }
    return isLzma(head)
        ? Optional.of(new LZMAInputStream(stream, XZ_MEMORY_KIB))
        : Optional.empty();
  }

  /** The usual properties, a dictionary that is a power of two, an unknown or believable size. */
  private static boolean isLzma(byte[] head) {
    if (head.length < HEAD_BYTES || head[0] != 0x5D || head[1] != 0 || head[2] != 0) {
      return false;
    }
    int dictionary = (head[3] & 0xFF) << 16 | (head[4] & 0xFF) << 24;
    boolean unknown = true;
    for (int index = 5; index < 13; index++) {
      unknown &= head[index] == -1;
    }
    boolean believable = head[10] == 0 && head[11] == 0 && head[12] == 0;
    return Integer.bitCount(dictionary) == 1 && (unknown || believable);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (damage != null) {
      return -1;
    }
    int read;
    try {
      read = content.read(target, offset, length);
    } catch (IOException | RuntimeException failure) {
      damaged(failure);
      return -1;
    }
    if (read > 0) {
      count += read;
      if (isTooMuch()) {
        return -1;
      }
    }
    return read;
  }

  private boolean isTooMuch() {
    if (layers == 0) {
      return false;
    }
    if (count > limits.totalBytes()) {
      end("unfolds to more than " + limits.totalBytes() + " bytes; reading stopped there");
      return true;
    }
    if (count > limits.ratioFromBytes() && count / limits.ratio() > raw.count) {
      end("unfolds to more than " + limits.ratio() + " times its size; reading stopped there");
      return true;
    }
    return false;
  }

  private void damaged(Exception failure) throws IOException {
    IOException own = raw.failure;
    if (own != null) {
      throw own;
    }
    if (isTrailing(failure)) {
      end("is followed by bytes that are not packed content, near byte " + raw.count);
      return;
    }
    if (failure instanceof org.tukaani.xz.MemoryLimitException) {
      end("asks for more memory to unpack than is given");
      return;
    }
    boolean early = failure instanceof java.io.EOFException || raw.ended;
    if (early) {
      damage = "ends in the middle of its packed content";
    } else {
      end("is damaged in its packed content near byte " + raw.count);
    }
  }

  private boolean isTrailing(Exception failure) {
    return count > 0
        && (failure instanceof GzipMembers.TrailingBytesException
            || failure instanceof XZFormatException
            || String.valueOf(failure.getMessage()).contains("Garbage after"));
  }

  private void end(String reason) {
    isStopped = true;
    damage = reason;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }

  /**
   * Says that nothing is at hand, so that a buffer asks once and keeps what it got when the next
   * piece is damaged.
   */
  private static final class Piecemeal extends FilterInputStream {

    Piecemeal(InputStream stream) {
      super(stream);
    }

    @Override
    public int available() {
      return 0;
    }
  }

  /** The file itself: counts, and keeps its own failures apart from those of unpacking. */
  private static final class Raw extends FilterInputStream {

    private long count;
    private boolean ended;
    private @Nullable IOException failure;

    Raw(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int read = in.read(target, offset, length);
        if (read < 0) {
          ended = true;
        } else {
          count += read;
        }
        return read;
      } catch (IOException own) {
        failure = own;
        throw own;
      }
    }
  }
}
