package dev.cordon.hashing.exhibits;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.LongConsumer;

/** Counts the places of a folder beside the walk that reads them. No link is followed. */
final class PlaceCount extends SimpleFileVisitor<Path> {

  private final Caps caps;
  private long places;

  private PlaceCount(Caps caps) {
    this.caps = caps;
  }

  /** Counts in a thread of its own, which ends with the program. */
  static void start(Path root, Caps caps, LongConsumer result) {
    Thread.ofPlatform()
        .daemon()
        .name("count-places")
        .start(() -> {
          PlaceCount count = new PlaceCount(caps);
          try {
            Files.walkFileTree(root, Set.of(), caps.depth(), count);
            result.accept(count.places);
          } catch (IOException | RuntimeException unknown) {
            // Without a count no remaining time is told.
            result.accept(0);
          }
        });
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    places++;
    return places > caps.items() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failed) {
    places++;
    return FileVisitResult.CONTINUE;
  }
}
