package dev.cordon.intake.profiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A content of which only so much is read, in bytes and in time, over all streams together. */
final class BoundedContent {

  private static final int CHECK_EVERY = 1 << 20;

  private final SampleLimits limits;
  private final long endNanos;
  private long read;
  private long checked;

  BoundedContent(SampleLimits limits) {
    this.limits = limits;
    this.endNanos = System.nanoTime() + limits.time().toNanos();
  }

  /** Enough was read; reading ends wherever it stands. */
  static final class EnoughException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnoughException() {
      super("enough was read", null, false, false);
    }
  }

  /** How many bytes were read. */
  long read() {
    return read;
  }

  InputStream of(InputStream stream) {
    return new Counted(stream);
  }

  private void count(int bytes) {
    read += bytes;
    if (read > limits.contentBytes()) {
      throw new EnoughException();
    }
    if (read - checked > CHECK_EVERY) {
      checked = read;
      if (System.nanoTime() > endNanos) {
        throw new EnoughException();
      }
    }
  }

  private final class Counted extends FilterInputStream {

    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      if (next >= 0) {
        count(1);
      }
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int done = in.read(target, offset, length);
      if (done > 0) {
        count(done);
      }
      return done;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
