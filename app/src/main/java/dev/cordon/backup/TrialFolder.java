package dev.cordon.backup;

import dev.cordon.CordonException;
import dev.cordon.ground.Ground;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/*
 * What is being restored lies under a name that says so, until it is proved. Beside it lies a mark that the run holds
 * locked. A killed run leaves both, and its database running; the next run stops that and begins anew. Only a folder
 * with our mark, which nobody holds, is ever deleted.
 */
/** A folder something is restored into, until it is known what it is worth. Not thread-safe. */
final class TrialFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel mark;

  private TrialFolder(Path folder, FileChannel mark) {
    this.folder = folder;
    this.mark = mark;
  }

  /** Makes it, in the place of one a killed run left. */
  static TrialFolder make(Path folder) throws IOException {
    Durable.folder(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
    Path mark = mark(folder);
    boolean isOurs = Files.exists(mark, LinkOption.NOFOLLOW_LINKS);
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isOurs) {
      throw new CordonException(
          folder + " is in the way and no run of Cordon's left it. Move it elsewhere.");
    }
    TrialFolder made = new TrialFolder(folder, locked(mark));
    try {
      made.clear();
      Durable.folder(folder);
      return made;
    } catch (IOException | RuntimeException failed) {
      made.mark.close();
      throw failed;
    }
  }

  private static FileChannel locked(Path mark) throws IOException {
    FileChannel channel =
        FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean isHeld = false;
    try {
      isHeld = channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      // Held by another of this process.
    }
    if (!isHeld) {
      channel.close();
      throw new CordonException("another run is restoring to the same place. Wait for it.");
    }
    return channel;
  }

  /** Where to restore to. */
  Path folder() {
    return folder;
  }

  /** Removes what a killed run left there, unless its run goes on. */
  static void removeLeft(Path folder) throws IOException {
    if (Files.exists(mark(folder), LinkOption.NOFOLLOW_LINKS)) {
      TrialFolder left = new TrialFolder(folder, locked(mark(folder)));
      left.close();
    }
  }

  /** Gives it its final name, in the place of an empty folder. */
  void keep(Path name) throws IOException {
    if (Files.isDirectory(name)) {
      Files.delete(name);
    }
    Durable.move(folder, name);
  }

  private void clear() throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Ground.stopLeftBehind(folder);
      Durable.delete(folder);
    }
  }

  /** Stops what still runs in it and removes it, if it was not kept. */
  @Override
  public void close() throws IOException {
    try {
      clear();
      Files.deleteIfExists(mark(folder));
    } finally {
      mark.close();
    }
  }

  private static Path mark(Path folder) {
    return folder.resolveSibling("." + folder.getFileName() + ".cordon-restoring");
  }
}
