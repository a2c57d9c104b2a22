package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/*
 * What is being restored lies under a name that says so, until it is proved. A killed run leaves the folder, and its
 * database running; the next run stops that and begins anew. Only a folder with our mark is ever deleted.
 */
/** A folder something is restored into, until it is known what it is worth. */
final class TrialFolder {

  private static final String MARK = "cordon-restoring";

  private TrialFolder() {}

  /** Makes it, in the place of one a killed run left. */
  static Path make(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      if (Files.notExists(mark(folder))) {
        throw new CordonException(
            folder + " is in the way and no run of Cordon's left it. Move it elsewhere.");
      }
      remove(folder);
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Durable.folder(parent);
    }
    Durable.write(mark(folder), new byte[0]);
    Files.createDirectory(
        folder,
        java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
            java.nio.file.attribute.PosixFilePermissions.fromString("rwx------")));
    return folder;
  }

  /** Stops what still runs in it, and removes it. */
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder.resolve("VERSION"))) {
      try (DataDirectory directory = DataDirectory.openOrBeside(folder)) {
        if (!directory.isOurs()) {
          throw new CordonException("another run is using " + folder + ". Wait for it.");
        }
        Ground.stopLeftBehind(directory);
      }
    }
    Durable.delete(folder);
    Files.deleteIfExists(mark(folder));
  }

  /** Gives it its final name. */
  static void keep(Path folder, Path name) throws IOException {
    if (Files.isDirectory(name)) {
      // It was looked at before: empty.
      Files.delete(name);
    }
    Durable.move(folder, name);
    Files.deleteIfExists(mark(folder));
  }

  private static Path mark(Path folder) {
    return folder.resolveSibling("." + folder.getFileName() + "." + MARK);
  }
}
