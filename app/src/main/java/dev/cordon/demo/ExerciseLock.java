package dev.cordon.demo;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Asks whether a server still works in a data directory. */
final class ExerciseLock {

  private ExerciseLock() {}

  /**
   * Passes when nobody holds the directory's lock.
   *
   * @throws CordonException when a server does
   */
  static void refuseRunning(Path directory) throws IOException {
    Path lock = directory.resolve("lock");
    if (!Files.exists(lock)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held == null) {
        throw running(directory);
      }
    } catch (OverlappingFileLockException same) {
      throw running(directory);
    }
  }

  private static CordonException running(Path directory) {
    return new CordonException(
        "another Cordon works in "
            + directory
            + ". Stop it first, or choose another folder with --data.");
  }
}
