package dev.cordon.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts new records in the place of old ones. A folder in {@code replacing} is whole; once it is
 * there the change is decided, and whoever opens the vault finishes it.
 */
final class RecordsReplacing {

  private final Path folder;

  RecordsReplacing(Path folder) {
    this.folder = folder;
  }

  /** Replaces the records of a source by this folder, which is moved. */
  void replace(SourceId source, Path made) throws IOException {
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.toList()) {
        force(file);
      }
    }
    Files.createDirectories(replacing());
    Files.move(made, replacing().resolve(source.toString()), StandardCopyOption.ATOMIC_MOVE);
    force(replacing());
    finish(source.toString());
  }

  /** Finishes what was decided before the server stopped. */
  void finishAll() throws IOException {
    for (Path decided : list(replacing())) {
      finish(decided.getFileName().toString());
    }
    for (Path old : list(replaced())) {
      Vault.deleteAll(old);
    }
  }

  private void finish(String source) throws IOException {
    Path place = folder.resolve("records").resolve(source);
    Path old = replaced().resolve(source);
    if (Files.exists(place)) {
      Vault.deleteAll(old);
      Files.createDirectories(replaced());
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(replacing().resolve(source), place, StandardCopyOption.ATOMIC_MOVE);
    force(folder.resolve("records"));
    force(replacing());
    Vault.deleteAll(old);
    if (Files.isDirectory(replaced())) {
      force(replaced());
    }
  }

  private Path replacing() {
    return folder.resolve("replacing");
  }

  private Path replaced() {
    return folder.resolve("replaced");
  }

  private static List<Path> list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
