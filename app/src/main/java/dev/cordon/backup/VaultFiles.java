package dev.cordon.backup;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/*
 * Sources and records come and go while they are read: records get their place by one rename, and earlier ones are
 * deleted then. So the vault is listed, what is new is stored, and it is listed again: when both lists are equal, the
 * vault stood as stored at a moment between them. That moment is after the database's, and a vault that is ahead of
 * its database is what a killed server leaves, which every start puts right.
 */
/** The vault, or another folder of files that are never rewritten, as it stood at one moment. */
final class VaultFiles {

  private static final int MOST_TRIES = 200;

  private final Path vault;
  private final Storing storing;

  VaultFiles(Path vault, Storing storing) {
    this.vault = vault;
    this.storing = storing;
  }

  private record Seen(boolean isFolder, long size, long changed) {

    static boolean same(@Nullable Seen one, @Nullable Seen other) {
      return one != null && one.equals(other);
    }
  }

  /** Stores it. */
  void store() throws IOException {
    Map<Path, Content> stored = new HashMap<>();
    Map<Path, Seen> listed = list();
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      for (Map.Entry<Path, Seen> found : listed.entrySet()) {
        if (!found.getValue().isFolder() && !stored.containsKey(found.getKey())) {
          try {
            stored.put(found.getKey(), storing.stored(found.getKey(), true));
          } catch (NoSuchFileException replaced) {
            // The next list will not have it.
          }
        }
      }
      Map<Path, Seen> again = list();
      if (again.equals(listed)) {
        note(again, stored);
        return;
      }
      Map<Path, Seen> before = listed;
      stored.keySet().removeIf(file -> !Seen.same(before.get(file), again.get(file)));
      listed = again;
    }
    throw new CordonException(
        "the files in " + vault + " changed all the time. Start the backup when less is taken in.");
  }

  private void note(Map<Path, Seen> listed, Map<Path, Content> stored) throws NoSuchFileException {
    for (Map.Entry<Path, Seen> found : listed.entrySet()) {
      if (found.getValue().isFolder()) {
        storing.folder(found.getKey());
        continue;
      }
      Content content = stored.get(found.getKey());
      if (content == null) {
        throw new NoSuchFileException(found.getKey().toString());
      }
      storing.note(found.getKey(), content);
    }
  }

  private Map<Path, Seen> list() throws IOException {
    Map<Path, Seen> listed = new TreeMap<>();
    if (!Files.isDirectory(vault)) {
      return listed;
    }
    Files.walkFileTree(
        vault,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) {
            listed.put(folder, new Seen(true, 0, 0));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
            if (found.isRegularFile() && !isWork(file)) {
              listed.put(file, new Seen(false, found.size(), found.lastModifiedTime().toMillis()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
    return listed;
  }

  /** Drafts of an intake are made anew; its note of what it was about to do is needed. */
  private boolean isWork(Path file) {
    Path inside = vault.relativize(file);
    return inside.getNameCount() > 2
        && inside.getName(1).toString().equals("work")
        && !file.getFileName().toString().equals("sealing");
  }
}
