package dev.cordon.kernel.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * MD5, SHA-1 and SHA-256 of a stream that is read once.
 *
 * <p>With an executor the MD5, which takes about as long as the other two together, is computed
 * beside them; four buffers go round. For one thread and one stream; nothing is kept between two.
 */
public final class ThreeDigests {

  /** Streams shorter than this are not worth a second thread. */
  public static final long WORTH_TWO_THREADS_BYTES = 4L << 20;

  private static final int BUFFER_BYTES = 1 << 18;
  private static final int BUFFERS = 4;

  private final MessageDigest md5 = digest("MD5");
  private final MessageDigest sha1 = digest("SHA-1");
  private final MessageDigest sha256 = digest("SHA-256");
  private long size;

  private ThreeDigests() {}

  /** The digests of bytes in memory. */
  public static Digests of(byte[] bytes) {
    ThreeDigests digests = new ThreeDigests();
    // In pieces that stay in the cache, so that memory is read once and not three times.
    for (int from = 0; from < bytes.length; from += BUFFER_BYTES) {
      int length = Math.min(BUFFER_BYTES, bytes.length - from);
      digests.md5.update(bytes, from, length);
      digests.updateOthers(bytes, from, length);
    }
    return digests.end();
  }

  /** The digests of the whole stream, which is read to its end and not closed. */
  public static Digests of(InputStream stream) throws IOException {
    ThreeDigests digests = new ThreeDigests();
    byte[] buffer = new byte[BUFFER_BYTES];
    int read = stream.read(buffer);
    while (read >= 0) {
      digests.md5.update(buffer, 0, read);
      digests.updateOthers(buffer, 0, read);
      read = stream.read(buffer);
    }
    return digests.end();
  }

  /** The same, with a second thread of the executor. */
  public static Digests of(InputStream stream, Executor executor) throws IOException {
    ThreeDigests digests = new ThreeDigests();
    byte[][] buffers = new byte[BUFFERS][BUFFER_BYTES];
    CompletableFuture<?>[] used = new CompletableFuture<?>[BUFFERS];
    CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    java.util.Arrays.fill(used, last);
    try {
      for (int turn = 0; ; turn = (turn + 1) % BUFFERS) {
        used[turn].join();
        byte[] buffer = buffers[turn];
        int read = stream.readNBytes(buffer, 0, BUFFER_BYTES);
        if (read == 0) {
          break;
        }
        last = last.thenRunAsync(() -> digests.md5.update(buffer, 0, read), executor);
        used[turn] = last;
        digests.updateOthers(buffer, 0, read);
      }
      last.join();
    } catch (CompletionException failed) {
      throw failure(failed);
    }
    return digests.end();
  }

  private static IOException failure(CompletionException failed) {
    InterruptedIOException failure = new InterruptedIOException("the second thread ended early");
    failure.initCause(failed);
    return failure;
  }

  private void updateOthers(byte[] bytes, int from, int length) {
    sha1.update(bytes, from, length);
    sha256.update(bytes, from, length);
    size += length;
  }

  private Digests end() {
    return Digests.of(size, md5.digest(), sha1.digest(), sha256.digest());
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has " + name, impossible);
    }
  }
}
