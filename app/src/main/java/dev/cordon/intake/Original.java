package dev.cordon.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The bytes of a source, which can be read again and again: a file, or what the vault holds sealed.
 * The text form names it for people.
 */
public interface Original {

  /** A stream over all bytes from the first; the caller closes it. */
  InputStream open() throws IOException;

  /** The bytes at any place; the caller closes it. */
  SeekableByteChannel channel() throws IOException;

  /** How many bytes there are. */
  long sizeBytes() throws IOException;

  /** When it was last written; what is sealed is never written again. */
  default FileTime writtenAt() throws IOException {
    return FileTime.fromMillis(0);
  }

  /** The file, where it is one. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** A file as it lies. */
  static Original of(Path file) {
    return new Original() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public SeekableByteChannel channel() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
      }

      @Override
      public long sizeBytes() throws IOException {
        return Files.size(file);
      }

      @Override
      public FileTime writtenAt() throws IOException {
        return Files.getLastModifiedTime(file);
      }

      @Override
      public Optional<Path> file() {
        return Optional.of(file);
      }

      @Override
      public String toString() {
        return file.toString();
      }
    };
  }
}
