package dev.cordon.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps an exercise from being written over anything else; an unfinished one of the same kind may
 * be written again.
 */
final class OutputFolder {
  private static final Set<String> OURS =
      Set.of(
          "platform", "truth", "field-reports", "digests", "inventories", "lists", "agencies.json");

  private OutputFolder() {}

  /**
   * Refuses a folder that holds other things, or the finished exercise of another seed or extent.
   */
  static void require(Path directory, long seed, Extent extent) {
    if (Files.isRegularFile(directory)) {
      throw new ExerciseException(directory + " is a file; give a folder with --out");
    }
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      List<String> names = entries.map(entry -> entry.getFileName().toString()).sorted().toList();
      Optional<String> foreign = names.stream().filter(name -> !OURS.contains(name)).findFirst();
      if (foreign.isPresent()) {
        throw new ExerciseException(
            directory
                + " already holds "
                + foreign.get()
                + "; give an empty or new folder with --out");
      }
    } catch (IOException e) {
      throw new ExerciseException("cannot look into " + directory + ": " + e.getMessage(), e);
    }
    Path manifest = directory.resolve("platform").resolve("MANIFEST.json");
    if (Files.exists(manifest)) {
      JsonNode written = new JsonMapper().readTree(manifest.toFile());
      boolean same =
          written.path("seed").asLong() == seed
              && written.path("factor").asDouble() == extent.factor()
              && written.path("size").asString().equals(extent.label());
      if (!same) {
        throw new ExerciseException(
            directory
                + " already holds the exercise of size "
                + written.path("size").asString()
                + ", seed "
                + written.path("seed").asLong()
                + "; give another folder with --out");
      }
    }
  }
}
