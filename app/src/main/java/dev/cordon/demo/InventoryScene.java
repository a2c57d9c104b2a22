package dev.cordon.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An officer takes in what {@code ./cordon triage} would have written of an exhibit, part by part:
 * invented numbers only, no picture exists.
 */
final class InventoryScene {

  private static final String LINES = "application/x-ndjson";

  private final Caller officer;
  private final Path exercise;
  private final String base;

  InventoryScene(Caller officer, Path exercise, String base) {
    this.officer = officer;
    this.exercise = exercise;
    this.base = base;
  }

  /**
   * Takes an inventory in.
   *
   * @param list the item's list of digests in the exercise, beside which its inventory lies
   */
  void takeIn(String exhibit, String list) {
    String item = Path.of(list).getFileName().toString().replace(".csv", "");
    Path folder = exercise.resolve("inventories").resolve(item);
    JsonNode taken =
        officer.postText(
            base + "/exhibits/" + exhibit + "/inventory", folder.resolve("inventory.jsonl"), LINES);
    for (String part : List.of("names", "codes", "matches", "series", "groups", "summary")) {
      Path file = folder.resolve(part.equals("summary") ? "summary.json" : part + ".jsonl");
      if (Files.exists(file)) {
        officer.postText(
            base + "/inventories/" + taken.path("id").asString() + "/" + part, file, LINES);
      }
    }
  }
}
