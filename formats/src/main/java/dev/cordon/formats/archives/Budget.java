package dev.cordon.formats.archives;

import dev.cordon.formats.content.PackedLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The outermost bytes of a walk, and how much may unfold from them: bytes of all members, at every
 * depth, count. Keeps failures of the disk apart from those of the archive.
 */
final class Budget extends FilterInputStream {

  private final PackedLimits limits;
  private long rawBytes;
  private long unfolded;
  private @Nullable IOException failure;
  private @Nullable String exhausted;

  Budget(InputStream stream, PackedLimits limits) {
    super(stream);
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (exhausted != null) {
      return -1;
    }
    try {
      int read = in.read(target, offset, length);
      rawBytes += Math.max(read, 0);
      return read;
    } catch (IOException own) {
      failure = own;
      throw own;
    }
  }

  long unfolded() {
    return unfolded;
  }

  /** Counts bytes that came out; whether more may. */
  boolean take(long bytes) {
    unfolded += bytes;
    if (exhausted == null && unfolded > limits.totalBytes()) {
      exhausted = "unfolds to more than " + limits.totalBytes() + " bytes; reading stopped there";
    } else if (exhausted == null
        && unfolded > limits.ratioFromBytes()
        && unfolded / limits.ratio() > rawBytes) {
      exhausted =
          "unfolds to more than " + limits.ratio() + " times its size; reading stopped there";
    }
    return exhausted == null;
  }

  /** Why no more may come out, if so. */
  @Nullable String exhausted() {
    return exhausted;
  }

  void throwOwnFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** The stream, its bytes counted too. */
  InputStream counting(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (exhausted != null) {
          return -1;
        }
        int read = in.read(target, offset, length);
        take(Math.max(read, 0));
        return read;
      }

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }
    };
  }
}
