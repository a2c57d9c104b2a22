package dev.cordon.ground;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which one instance keeps everything: database, vault, ledger, secrets, logs.
 *
 * <p>Open by one process at a time; readable by its owner only. It says in a file {@code VERSION}
 * which layout it has, and a program that does not know that layout refuses to touch it.
 */
public final class DataDirectory implements AutoCloseable {

  /**
   * The layout this program reads and writes. 2: records of a source lie in numbered folders; a
   * directory of layout 1 is taken over when it is opened, each vault when it is first used.
   */
  public static final int LAYOUT = 2;

  private static final String BEFORE = "1";

  private static final long NEEDED_BYTES = 512L << 20;
  private static final String OWNER_ONLY = "rwx------";

  private final Path root;
  private final @Nullable FileChannel lockChannel;

  private DataDirectory(Path root, @Nullable FileChannel lockChannel) {
    this.root = root;
    this.lockChannel = lockChannel;
  }

  /**
   * Opens the directory, creating it when absent, and keeps others out until closed.
   *
   * @throws CordonException when it can not be used, saying what is the matter and what to do
   */
  public static DataDirectory open(Path directory) {
    return open(directory, NEEDED_BYTES);
  }

  static DataDirectory open(Path directory, long neededBytes) {
    Path root = directory.toAbsolutePath().normalize();
    create(root);
    checkSpace(root, neededBytes);
    FileChannel lockChannel = lock(root);
    try {
      checkLayout(root);
      return new DataDirectory(root, lockChannel);
    } catch (RuntimeException refused) {
      closeQuietly(lockChannel);
      throw refused;
    }
  }

  /**
   * As {@link #open(Path)} when nobody has it open; otherwise the places of the directory another
   * process has open, to be read beside it. Never makes one.
   *
   * @throws CordonException when there is none, or this program does not know its layout
   */
  public static DataDirectory openOrBeside(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    if (Files.notExists(root.resolve("VERSION"))) {
      throw new CordonException(
          root + " is no data directory: there is no file VERSION in it. Name one with --data.");
    }
    FileChannel lockChannel = lockIfFree(root);
    try {
      checkLayout(root);
      return new DataDirectory(root, lockChannel);
    } catch (RuntimeException refused) {
      closeQuietly(lockChannel);
      throw refused;
    }
  }

  /** Whether this process has it open; otherwise another has. */
  public boolean isOurs() {
    return lockChannel != null;
  }

  /** The directory itself. */
  public Path root() {
    return root;
  }

  /** Where the embedded server keeps its cluster. */
  public Path database() {
    return root.resolve("database");
  }

  /** Where sealed sources and records lie. */
  public Path vault() {
    return inside("vault");
  }

  /** Where files wait to be taken in, unless another folder is configured. */
  public Path inbox() {
    return inside("inbox");
  }

  /** Where the ledger's public files lie: checkpoint and tiles. */
  public Path ledger() {
    return inside("ledger");
  }

  /** Where keys and passwords lie, each in an owner-only file. */
  public Path secrets() {
    return inside("secrets");
  }

  /** Where exports of whole operations lie, each in a folder of its own. */
  public Path exports() {
    return inside("exports");
  }

  /** Where log files lie. */
  public Path logs() {
    return inside("logs");
  }

  @Override
  public void close() {
    closeQuietly(lockChannel);
  }

  private Path inside(String name) {
    Path path = root.resolve(name);
    create(path);
    return path;
  }

  private static void create(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      }
    } catch (FileAlreadyExistsException notDirectory) {
      throw new CordonException(path + " is a file, not a directory. Choose another with --data.");
    } catch (IOException refused) {
      throw new CordonException(
          "can not create the data directory "
              + path
              + " ("
              + reason(refused)
              + "). Choose a directory you may write to with --data.",
          refused);
    }
    if (!Files.isWritable(path)) {
      throw new CordonException(
          "the data directory "
              + path
              + " is not writable. Give yourself the right to write there or choose another with"
              + " --data.");
    }
  }

  private static void checkSpace(Path root, long neededBytes) {
    try {
      long free = Files.getFileStore(root).getUsableSpace();
      if (free < neededBytes) {
        throw new CordonException(
            "only "
                + (free >> 20)
                + " MB are free where the data directory "
                + root
                + " lies; Cordon needs "
                + (neededBytes >> 20)
                + " MB to start. Free some space or choose another with --data.");
      }
    } catch (IOException unreadable) {
      throw new CordonException(
          "can not tell the free space of the data directory " + root + ".", unreadable);
    }
  }

  private static FileChannel lock(Path root) {
    FileChannel channel = lockIfFree(root);
    if (channel == null) {
      throw inUse(root);
    }
    return channel;
  }

  private static @Nullable FileChannel lockIfFree(Path root) {
    @Nullable FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        closeQuietly(channel);
        return null;
      }
      return channel;
    } catch (OverlappingFileLockException sameProcess) {
      closeQuietly(channel);
      return null;
    } catch (IOException failed) {
      closeQuietly(channel);
      throw new CordonException(
          "can not lock the data directory " + root + " (" + reason(failed) + ").", failed);
    }
  }

  private static CordonException inUse(Path root) {
    return new CordonException(
        "another Cordon is running on the data directory "
            + root
            + ". Stop it first or choose another with --data.");
  }

  private static void checkLayout(Path root) {
    Path file = root.resolve("VERSION");
    try {
      if (Files.notExists(file)) {
        refuseForeign(root);
        Files.writeString(file, LAYOUT + "\n");
        return;
      }
      String found = Files.readString(file).strip();
      if (found.equals(BEFORE)) {
        // First the number, then the vaults: no older program opens what is moved only in part.
        Path next = Files.writeString(root.resolve("VERSION.next"), LAYOUT + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      if (!found.equals(Integer.toString(LAYOUT))) {
        throw new CordonException(
            "the data directory "
                + root
                + " has layout "
                + (found.length() > 20 ? "(unreadable)" : found)
                + ", this Cordon knows layout "
                + LAYOUT
                + ". Use the Cordon that wrote it or choose another with --data.");
      }
    } catch (IOException failed) {
      throw new CordonException("can not read " + file + " (" + reason(failed) + ").", failed);
    }
  }

  private static void refuseForeign(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      if (entries.anyMatch(entry -> !entry.getFileName().toString().equals("lock"))) {
        throw new CordonException(
            "the directory "
                + root
                + " holds files and no VERSION of Cordon's. Choose an empty one with --data.");
      }
    }
  }

  private static String reason(IOException failure) {
    return failure.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException ignored) {
      // The lock ends with the process at the latest.
    }
  }
}
