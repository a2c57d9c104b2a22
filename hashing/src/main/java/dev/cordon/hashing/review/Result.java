package dev.cordon.hashing.review;

import dev.cordon.hashing.JsonLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file of results, for its owner alone, that takes its name when it is complete. */
final class Result implements AutoCloseable {

  private final Path file;
  private final Path part;
  private final BufferedWriter writer;
  private boolean isDone;

  Result(Path folder, String name) throws IOException {
    file = folder.resolve(name);
    part = folder.resolve("." + name + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    writer = Files.newBufferedWriter(part);
  }

  void line(JsonLine line) throws IOException {
    text(line + "\n");
  }

  void text(String text) throws IOException {
    writer.write(text);
  }

  BufferedWriter writer() {
    return writer;
  }

  /** Puts it in place of an earlier one. */
  void done() throws IOException {
    writer.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    isDone = true;
  }

  @Override
  public void close() throws IOException {
    writer.close();
    if (!isDone) {
      Files.deleteIfExists(part);
    }
  }
}
