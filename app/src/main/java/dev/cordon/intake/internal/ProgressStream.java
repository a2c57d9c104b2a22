package dev.cordon.intake.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a listener what is read. */
final class ProgressStream extends FilterInputStream {

  private final ProgressListener listener;

  ProgressStream(InputStream stream, ProgressListener listener) {
    super(stream);
    this.listener = listener;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    if (next >= 0) {
      listener.read(1);
    }
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      listener.read(count);
    }
    return count;
  }
}
