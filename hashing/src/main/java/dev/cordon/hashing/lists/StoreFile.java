package dev.cordon.hashing.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32C;

/** A file of the store being written front to back, with its length and CRC-32C. One thread. */
final class StoreFile extends OutputStream {

  private static final int BUFFER_BYTES = 1 << 18;

  private final FileChannel channel;
  private final ByteBuffer buffer;
  private final CRC32C checksum = new CRC32C();
  private long length;

  /** Creates the file, for its owner alone. */
  StoreFile(Path path) throws IOException {
    this(path, BUFFER_BYTES);
  }

  StoreFile(Path path, int bufferBytes) throws IOException {
    buffer = ByteBuffer.allocate(bufferBytes);
    FileAttribute<?> own =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(path, own);
    channel = FileChannel.open(path, StandardOpenOption.WRITE);
  }

  @Override
  public void write(int next) throws IOException {
    if (!buffer.hasRemaining()) {
      drain();
    }
    buffer.put((byte) next);
    length++;
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    int at = from;
    int left = count;
    while (left > 0) {
      if (!buffer.hasRemaining()) {
        drain();
      }
      int part = Math.min(left, buffer.remaining());
      buffer.put(bytes, at, part);
      at += part;
      left -= part;
    }
    length += count;
  }

  private void drain() throws IOException {
    buffer.flip();
    checksum.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** How many bytes were written. */
  long length() {
    return length;
  }

  /** The checksum of all bytes; after {@link #close}. */
  long checksum() {
    return checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      drain();
      channel.force(true);
      channel.close();
    }
  }
}
