package dev.cordon.intake.internal;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.sheets.WorkbookSource;
import dev.cordon.formats.sqlite.RandomBytes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of a file. */
public final class FileBytes implements PartBytes, AutoCloseable {

  private final Path file;
  private final InputStream stream;
  private final boolean isPacked;
  private final PackedLimits limits;
  private @Nullable FileChannel channel;

  /**
   * The bytes of this file.
   *
   * @param stream its unpacked bytes from the start; closed by who opened it
   */
  public FileBytes(Path file, InputStream stream, boolean isPacked, PackedLimits limits) {
    this.file = file;
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
      channel = FileChannel.open(file);
    }
    return RandomBytes.of(channel);
  }

  @Override
  public WorkbookSource again() {
    return () ->
        UnpackedStream.of(new BufferedInputStream(Files.newInputStream(file), 1 << 16), limits);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
