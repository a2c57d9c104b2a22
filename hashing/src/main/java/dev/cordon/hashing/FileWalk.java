package dev.cordon.hashing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks files and folders without following links, in the order the file system gives, holding one
 * folder per level open. What a broken file system invents is bounded: folders {@value #DEEPEST}
 * deep, and so many files.
 */
final class FileWalk {

  /** Takes what is found; both return quickly. */
  interface Visitor {
    void file(Path path);

    void problem(Path path, String reason);
  }

  /** How deep folders may lie in each other. */
  static final int DEEPEST = 200;

  private final long mostFiles;
  private final Visitor visitor;
  private long files;
  private boolean isEnded;

  FileWalk(long mostFiles, Visitor visitor) {
    this.mostFiles = mostFiles;
    this.visitor = visitor;
  }

  /** Walks one file or folder; false where the limit of files was reached. */
  boolean walk(Path start) {
    if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
      visitor.problem(start, "it is not there");
      return true;
    }
    try {
      Files.walkFileTree(start, Set.of(), DEEPEST, new Walker());
    } catch (IOException unreadable) {
      visitor.problem(start, Reasons.of(unreadable));
    }
    return !isEnded;
  }

  private final class Walker extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      if (files >= mostFiles) {
        isEnded = true;
        visitor.problem(
            path, "more than " + mostFiles + " files; the walk ends here (--most-files)");
        return FileVisitResult.TERMINATE;
      }
      files++;
      if (attributes.isDirectory()) {
        visitor.problem(path, "folders deeper than " + DEEPEST + " are not entered");
      } else {
        visitor.file(path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failed) {
      visitor.problem(path, "can not be read: " + Reasons.of(failed));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, @Nullable IOException failed) {
      if (failed != null) {
        visitor.problem(path, "not read to its end: " + Reasons.of(failed));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
