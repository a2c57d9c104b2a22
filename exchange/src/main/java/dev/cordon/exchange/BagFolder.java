package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;

/** A bag on a disk. Links are never followed. */
public final class BagFolder {

  private BagFolder() {}

  /** Writes a bag's files into a new folder. */
  public static void write(Path folder, Map<String, byte[]> files) {
    files.keySet().forEach(BagPaths::checked);
    BagPaths.requireDistinct(files.keySet());
    try {
      Files.createDirectory(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = folder.resolve(file.getKey());
        Path parent = target.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.write(target, file.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("The package cannot be written to " + folder, failure);
    }
  }

  /**
   * Reads a folder's files by path, without judging them.
   *
   * @throws PackageRefusedException for links, special files, unsafe paths, and what is over the
   *     limits
   */
  public static SortedMap<String, byte[]> read(Path folder, PackageLimits limits) {
    GatheredFiles gathered = new GatheredFiles(limits);
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
              if (folder.relativize(visited).getNameCount() > PackageLimits.DEEPEST) {
                throw new PackageRefusedException(
                    Check.PATHS, "folders lie deeper than " + PackageLimits.DEEPEST);
              }
              gathered.addFolder();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String path = folder.relativize(file).toString().replace('\\', '/');
              if (!attributes.isRegularFile()) {
                throw new PackageRefusedException(
                    Check.FILES, BagPaths.shown(path) + " is no plain file");
              }
              try (var content =
                  Files.newInputStream(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                gathered.add(path, content);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException failure) {
      throw new UncheckedIOException("The package folder cannot be read", failure);
    }
    return gathered.files();
  }
}
