package dev.cordon.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stores files of one data directory and notes them in the manifest. Not thread-safe. */
final class Storing {

  private final Path root;
  private final SealedObjects objects;
  private final Map<String, Content> before;
  private final Manifest.Draft draft = new Manifest.Draft();

  /**
   * Of a data directory.
   *
   * @param before what the place's last backup holds, to guess what is there already
   */
  Storing(Path root, SealedObjects objects, Map<String, Content> before) {
    this.root = root;
    this.objects = objects;
    this.before = before;
  }

  /** Notes a folder. */
  void folder(Path folder) {
    draft.folder(path(folder));
  }

  /**
   * Stores a file as it is now.
   *
   * @param isUnchanging whether Cordon never writes such a file again
   * @throws java.nio.file.NoSuchFileException when it vanished
   */
  void file(Path file, boolean isUnchanging) throws IOException {
    note(file, stored(file, isUnchanging));
  }

  /** Stores a file without noting it yet. */
  Content stored(Path file, boolean isUnchanging) throws IOException {
    return objects.put(file, isUnchanging ? before.containsKey(path(file)) : isSameSize(file));
  }

  /** Notes what was stored as that file. */
  void note(Path file, Content content) {
    draft.file(path(file), content);
  }

  /** Stores bytes as that file. */
  void bytes(Path file, byte[] bytes) throws IOException {
    note(file, objects.put(bytes));
  }

  private boolean isSameSize(Path file) throws IOException {
    Content last = before.get(path(file));
    return last != null && last.size() == java.nio.file.Files.size(file);
  }

  /** What was noted so far. */
  Manifest.Draft draft() {
    return draft;
  }

  /** Takes files out again that proved to be no part of it. */
  void forget(List<Path> files) {
    files.forEach(file -> draft.forget(path(file)));
  }

  private String path(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }
}
