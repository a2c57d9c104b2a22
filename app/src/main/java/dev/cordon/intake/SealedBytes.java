package dev.cordon.intake;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * The unpacked bytes of a source in the vault, from any place: at once where the source is not
 * packed, by reading up to it where it is. Not thread-safe; who reads must be allowed to.
 */
final class SealedBytes implements AutoCloseable {

  private final SeekableByteChannel channel;
  private final UnpackedStream unpacked;
  private final boolean isPacked;
  private InputStream stream;
  private long at;

  @SuppressWarnings("MustBeClosedChecker") // closed by close()
  SealedBytes(Vault vault, String sha256, RecordPermission permission) throws IOException {
    this.channel = vault.openChannel(sha256, permission);
    this.unpacked = UnpackedStream.of(Channels.newInputStream(channel), PackedLimits.STANDARD);
    this.isPacked = unpacked.isPacked();
    this.stream = unpacked;
  }

  /**
   * Goes to a place; one behind the place reached can be gone to where the source is not packed.
   *
   * @param deadline in nanoseconds of {@link System#nanoTime}
   * @return whether it was reached in time
   */
  boolean goTo(long offset, long deadline) throws IOException {
    if (!isPacked) {
      channel.position(Math.min(offset, channel.size()));
      stream = Channels.newInputStream(channel);
      at = offset;
      return offset <= channel.size();
    }
    byte[] skipped = new byte[1 << 16];
    while (at < offset) {
      int read = stream.read(skipped, 0, (int) Math.min(skipped.length, offset - at));
      if (read < 0 || System.nanoTime() - deadline > 0) {
        return false;
      }
      at += read;
    }
    return at == offset;
  }

  /** Reads on from the place reached; as {@link InputStream#read(byte[], int, int)}. */
  int read(byte[] target, int length) throws IOException {
    int read = stream.read(target, 0, length);
    at += Math.max(0, read);
    return read;
  }

  /** So many bytes from the place reached, fewer at the end. */
  byte[] read(int length) throws IOException {
    byte[] bytes = stream.readNBytes(length);
    at += bytes.length;
    return bytes;
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
    channel.close();
  }
}
