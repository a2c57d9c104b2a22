package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.ground.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where files wait to be taken in. A seized file is never sent through a page: a web server would
 * write it to a temporary file before anyone could judge whether it holds media. It is laid into
 * this folder by whoever runs the server and judged where it lies. Safe for use by several threads.
 */
@Component
public class ImportFolder {

  private static final int MOST_AT_ONCE = 10_000;
  private static final int DEEPEST = 8;

  private final Path folder;

  /** The configured folder, else the data directory's own. */
  ImportFolder(Ground ground, @Value("${cordon.import-folder:}") String configured) {
    this.folder = configured.isBlank() ? ground.directory().inbox() : Path.of(configured);
  }

  /** A waiting file, by its path below the folder. */
  public record Waiting(String name, long sizeBytes) {}

  /** The folder, to tell people where to lay files. */
  public Path folder() {
    return folder;
  }

  /** A page of the files that lie in the folder, by name; those whose name holds the part. */
  public Page<Waiting> page(String part, int number) {
    List<Waiting> found =
        files().stream()
            .filter(file -> file.name().toLowerCase(Locale.ROOT).contains(part))
            .toList();
    int from = (int) Math.min(found.size(), Page.offset(number));
    int to = Math.min(found.size(), from + Page.SIZE);
    return new Page<>(found.subList(from, to), number, found.size());
  }

  /**
   * Every file of the folder, by name.
   *
   * @throws RefusedException when there are too many to be asked for at once
   */
  List<Waiting> all() {
    List<Waiting> files = files();
    if (files.size() > MOST_AT_ONCE) {
      throw new RefusedException(
          "The import folder holds "
              + files.size()
              + " files; at most "
              + MOST_AT_ONCE
              + " are asked for at once. Nothing was asked for: lay them in parts, or pick files.");
    }
    return files;
  }

  /**
   * One file of the folder.
   *
   * @throws RefusedException when there is none of that name
   */
  Waiting waiting(String name) {
    return new Waiting(name, size(find(name)));
  }

  private List<Waiting> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(folder, DEEPEST)) {
      return entries
          .filter(this::isInside)
          .sorted()
          .map(file -> new Waiting(folder.relativize(file).toString(), size(file)))
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new RefusedException("The import folder " + folder + " can not be read.");
    }
  }

  /**
   * A file of the folder by its path below it.
   *
   * @throws RefusedException when there is none, or the path leads out of the folder
   */
  public Path find(String name) {
    try {
      Path root = folder.toRealPath();
      Path file = root.resolve(name).normalize();
      if (isPlain(name) && file.startsWith(root) && isInside(file)) {
        // The real path: a link that is changed after this look leads nowhere new.
        return file.toRealPath();
      }
    } catch (IOException | InvalidPathException absent) {
      throw new RefusedException("There is no such file in the import folder.");
    }
    throw new RefusedException("There is no such file in the import folder.");
  }

  /** A regular file, neither device nor pipe, that lies in the folder by its real path too. */
  private boolean isInside(Path file) {
    try {
      return isPlain(file.getFileName().toString())
          && Files.isRegularFile(file)
          && file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }

  /** No line breaks or other controls: they would lie in a list or a log. */
  private static boolean isPlain(String name) {
    return name.codePoints().noneMatch(Character::isISOControl);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}
