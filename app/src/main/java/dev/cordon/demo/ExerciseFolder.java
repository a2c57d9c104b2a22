package dev.cordon.demo;

import dev.cordon.CordonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder an exercise lives in: the server's data and the exercise's files side by side. It is
 * emptied at each start, but only when its marker says that everything in it is invented.
 *
 * @param server the server's data directory
 * @param files the exercise's files
 */
record ExerciseFolder(Path server, Path files) {

  private static final String MARKER = "EXERCISE";

  /**
   * Empties an earlier exercise's folder or makes a new one.
   *
   * @throws CordonException when the folder holds something else or can not be written
   */
  static ExerciseFolder prepare(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      if (Files.exists(root)) {
        refuseForeign(root);
        ExerciseLock.refuseRunning(root.resolve("server"));
        empty(root);
      }
      Files.createDirectories(root);
      Files.writeString(root.resolve(MARKER), "Everything in this folder is invented.\n");
      return new ExerciseFolder(root.resolve("server"), root.resolve("exercise"));
    } catch (IOException | UncheckedIOException failed) {
      throw new CordonException(
          "the folder "
              + root
              + " can not be prepared: "
              + failed.getMessage()
              + ". Choose another with --data.",
          failed);
    }
  }

  /** The files as seized. */
  Path platform() {
    return files.resolve("platform");
  }

  private static void refuseForeign(Path root) throws IOException {
    if (Files.exists(root.resolve(MARKER))) {
      return;
    }
    if (Files.isDirectory(root)) {
      try (Stream<Path> entries = Files.list(root)) {
        if (entries.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new CordonException(
        root
            + " holds something that is no exercise; it was left as it is. Choose another folder with --data.");
  }

  private static void empty(Path root) throws IOException {
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
