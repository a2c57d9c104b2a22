package dev.cordon.kernel.merkle;

import dev.cordon.kernel.KernelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/*
 * A file is written under another name, forced to the disk, renamed, and then its folder is forced, so
 * that it is whole or absent whatever happens. Forcing is what takes time, and a file system forces many
 * files at once about as fast as one: so files gather until settle().
 */
/** Writes a log's files: whole or absent, and on the disk once settled. Not thread-safe. */
final class LogDrafts {

  static final String DRAFT = ".new";
  private static final int MOST_WAITING = 64;

  private final Path directory;
  private final Map<Path, FileChannel> waiting = new LinkedHashMap<>();

  LogDrafts(Path directory) {
    this.directory = directory;
  }

  void tile(int level, long index, List<Hash> hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.SIZE_BYTES);
    hashes.forEach(hash -> bytes.put(hash.bytes()));
    write(Tiles.tilePath(level, index, hashes.size()), bytes.array());
  }

  void entries(long index, List<byte[]> entries) {
    write(Tiles.entriesPath(index, entries.size()), Tiles.bundle(entries));
  }

  /**
   * Writes a note and settles; what was written before it is on the disk before it has its name.
   */
  void note(String path, String note) {
    settle();
    write(path, note.getBytes(StandardCharsets.UTF_8));
    settle();
  }

  /** Forces all that waits to the disk and names it. */
  void settle() {
    Set<Path> folders = new LinkedHashSet<>();
    try {
      waiting.values().parallelStream().forEach(LogDrafts::force);
      for (Map.Entry<Path, FileChannel> draft : waiting.entrySet()) {
        Path file = draft.getKey();
        draft.getValue().close();
        Files.move(
            draft(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        folders.add(Objects.requireNonNull(file.getParent()));
      }
      folders.parallelStream().forEach(LogDrafts::forceFolder);
      waiting.clear();
    } catch (IOException failed) {
      abandon();
      throw failure(directory, failed);
    } catch (KernelException failed) {
      abandon();
      throw failed;
    }
  }

  /** Removes files that wider ones replaced; one that is gone already is no matter. */
  void remove(List<String> paths) {
    try {
      for (String path : paths) {
        Path file = directory.resolve(path);
        Files.deleteIfExists(file);
        removeIfEmpty(Objects.requireNonNull(file.getParent()));
      }
    } catch (IOException failed) {
      throw failure(directory, failed);
    }
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    String[] left = folder.toFile().list();
    if (left != null && left.length == 0) {
      Files.deleteIfExists(folder);
    }
  }

  private void write(String path, byte[] bytes) {
    Path file = directory.resolve(path);
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      FileChannel channel =
          FileChannel.open(
              draft(file),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      FileChannel before = waiting.put(file, channel);
      if (before != null) {
        before.close();
      }
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException failed) {
      abandon();
      throw failure(file, failed);
    }
    if (waiting.size() >= MOST_WAITING) {
      settle();
    }
  }

  /** What was not named is as if it had never been written. */
  private void abandon() {
    for (FileChannel channel : new ArrayList<>(waiting.values())) {
      try {
        channel.close();
      } catch (IOException alreadyFailed) {
        // Told of by what failed first.
      }
    }
    waiting.clear();
  }

  private static Path draft(Path file) {
    return file.resolveSibling(file.getFileName() + DRAFT);
  }

  private static void force(FileChannel channel) {
    try {
      channel.force(true);
    } catch (IOException failed) {
      throw failure(Path.of("a file of the ledger"), failed);
    }
  }

  /** So that the names too survive a loss of power. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException failed) {
      throw failure(folder, failed);
    }
  }

  private static KernelException failure(Path where, IOException failed) {
    return new KernelException(
        "can not write " + where + ": " + failed.getMessage() + ". Is the disk full?", failed);
  }
}
