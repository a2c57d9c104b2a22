package dev.cordon.ground;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The database's files and the ledger's as they were before an upgrade changed the database, beside
 * them in the data directory: what the earlier release starts with.
 *
 * @param folder where they lie
 * @param from the schema they are of
 * @param to the schema the database was brought to
 */
public record WayBack(Path folder, String from, String to) {

  private static final String UNFINISHED = ".unfinished";

  /**
   * Copies them while nothing runs on them; whole or not at all.
   *
   * @throws CordonException when there is no room; nothing is changed then
   */
  static WayBack keep(DataDirectory directory, String from, String to) {
    Path folder = directory.root().resolve("before-upgrade").resolve(from);
    Path draft = folder.resolveSibling(from + UNFINISHED);
    try {
      if (Files.isDirectory(folder)) {
        // Kept by an earlier start, whose upgrade failed: the database is still as it was then.
        delete(folder);
      }
      delete(draft);
      requireRoom(directory, folder);
      copy(directory.database(), draft.resolve("database"));
      copy(directory.ledger(), draft.resolve("ledger"));
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      force(folder.resolveSibling(""));
      return new WayBack(folder, from, to);
    } catch (IOException failed) {
      throw new CordonException(
          "can not keep the database as it is in "
              + folder
              + " before it is brought from schema "
              + from
              + " to "
              + to
              + ": "
              + failed.getMessage()
              + ". Nothing was changed. Make room, or back up and start with --no-way-back.",
          failed);
    }
  }

  private static void requireRoom(DataDirectory directory, Path folder) throws IOException {
    long needed = 0;
    for (Path file : walk(directory.database())) {
      needed += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    long free = Files.getFileStore(directory.root()).getUsableSpace();
    if (free < needed + needed / 10) {
      throw new IOException(
          "it needs %d MB and %d MB are free".formatted(needed >> 20, free >> 20));
    }
    Files.createDirectories(folder.resolveSibling(""));
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path path : walk(from)) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
        Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(path));
      } else {
        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        force(target);
      }
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
