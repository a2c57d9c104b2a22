package dev.cordon.backup;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/*
 * A place of backups:
 *
 *   cordon-backups          which ledger's installation it belongs to
 *   objects/AB/ABCD…        sealed files by content, shared by all backups of the place
 *   drafts/                 what is being written
 *   backups/NAME/           a finished backup: statement, manifest, keys.json
 *   backups/NAME.unfinished one that is going on or was killed; never restored, removed by the next
 *
 * NAME is the moment it began, in UTC.
 */
/** A folder of backups of one installation; open for writing by one process at a time. */
final class BackupPlace implements AutoCloseable {

  static final String UNFINISHED = ".unfinished";

  private static final String MARK = "cordon-backups";
  private static final String FORMAT = "cordon-backups/v1";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAMED =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}Z(-[0-9]{1,3})?");

  private final Path root;
  private final @Nullable FileChannel lock;

  private BackupPlace(Path root, @Nullable FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Opens a place for reading. */
  static BackupPlace read(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.isRegularFile(root.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
      throw new CordonException(
          root + " is no place of backups: there is no file " + MARK + " in it.");
    }
    return new BackupPlace(root, null);
  }

  /**
   * Opens a place for writing, making it when the folder is absent or empty, and removes what was
   * not finished there; the objects of that stay and are used.
   *
   * @param ledger the name of the installation's ledger
   */
  static BackupPlace write(Path folder, String ledger) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Durable.folder(root);
      FileChannel lock = lock(root);
      try {
        claim(root, ledger);
        BackupPlace place = new BackupPlace(root, lock);
        Durable.folder(place.objects());
        Durable.folder(place.backups());
        Durable.delete(place.drafts());
        Durable.folder(place.drafts());
        for (Path left : place.unfinished()) {
          Durable.delete(left);
        }
        return place;
      } catch (IOException | RuntimeException refused) {
        lock.close();
        throw refused;
      }
    } catch (IOException failed) {
      throw SealedObjects.failed(root, failed);
    }
  }

  private static void claim(Path root, String ledger) throws IOException {
    Path mark = root.resolve(MARK);
    String wanted = FORMAT + "\n" + ledger + "\n";
    if (Files.exists(mark, LinkOption.NOFOLLOW_LINKS)) {
      String found = Files.readString(mark);
      if (!found.equals(wanted)) {
        throw new CordonException(
            root
                + " holds backups of another installation ("
                + found.lines().skip(1).findFirst().orElse("unreadable")
                + "), this one is "
                + ledger
                + ". Choose a folder of its own with --to.");
      }
      return;
    }
    try (Stream<Path> found = Files.list(root)) {
      if (found.anyMatch(path -> !path.getFileName().toString().matches("lock|.*\\.draft"))) {
        throw new CordonException(
            root + " holds other files. Choose an empty folder, or one of backups, with --to.");
      }
    }
    Durable.write(mark, wanted.getBytes(StandardCharsets.UTF_8));
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock held;
    try {
      held = channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      held = null;
    }
    if (held == null) {
      channel.close();
      throw new CordonException(
          "another backup to " + root + " is going on. Wait for it, or choose another with --to.");
    }
    return channel;
  }

  /** The folder. */
  Path root() {
    return root;
  }

  Path objects() {
    return root.resolve("objects");
  }

  Path drafts() {
    return root.resolve("drafts");
  }

  private Path backups() {
    return root.resolve("backups");
  }

  /** The folder for a backup that begins now, which is named unfinished until {@link #finish}. */
  Path begin(Instant now) throws IOException {
    String name = NAME.format(now);
    int again = 1;
    while (Files.exists(backups().resolve(name))) {
      again++;
      name = NAME.format(now) + "-" + again;
    }
    Path folder = backups().resolve(name + UNFINISHED);
    Durable.folder(folder);
    return folder;
  }

  /** Gives a backup its name; from then on it counts. */
  Path finish(Path unfinished) throws IOException {
    String name = unfinished.getFileName().toString();
    Path finished =
        unfinished.resolveSibling(name.substring(0, name.length() - UNFINISHED.length()));
    Durable.force(unfinished);
    Durable.move(unfinished, finished);
    return finished;
  }

  /** The finished backups, oldest first. */
  List<Path> finished() {
    return below(NAMED.asMatchPredicate()::test);
  }

  /** Those that are going on or were killed. */
  List<Path> unfinished() {
    return below(name -> name.endsWith(UNFINISHED));
  }

  private List<Path> below(java.util.function.Predicate<String> isMeant) {
    if (!Files.isDirectory(backups(), LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(backups())) {
      return found
          .filter(path -> isMeant.test(path.getFileName().toString()))
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw SealedObjects.failed(root, failed);
    }
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException ignored) {
      // The lock ends with the process at the latest.
    }
  }
}
