package dev.cordon.intake.internal;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.sheets.WorkbookSource;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.intake.Original;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, or of a sealed source. */
public final class FileBytes implements PartBytes, AutoCloseable {

  private final Original original;
  private final InputStream stream;
  private final boolean isPacked;
  private final PackedLimits limits;
  private @Nullable SeekableByteChannel channel;

  /**
   * The bytes of this file.
   *
   * @param stream its unpacked bytes from the start; closed by who opened it
   */
  public FileBytes(Original original, InputStream stream, boolean isPacked, PackedLimits limits) {
    this.original = original;
    this.stream = stream;
    this.isPacked = isPacked;
    this.limits = limits;
  }

  @Override
  public InputStream stream() {
    return stream;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // closed by close()
  public RandomBytes random() throws IOException {
    if (isPacked) {
      return RandomBytes.inMemory(stream, MemberBytes.memoryLimit());
    }
    if (channel == null) {
      channel = original.channel();
    }
    return RandomBytes.of(channel);
  }

  @Override
  public WorkbookSource again() {
    return () -> UnpackedStream.of(new BufferedInputStream(original.open(), 1 << 16), limits);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
