package dev.cordon.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a team of the training reports, minute by minute from its entry on. */
final class TeamScript {

  /**
   * One report.
   *
   * @param minute after the start
   * @param kind what is reported
   * @param more what the report says beside
   */
  record Step(int minute, String kind, Map<String, Object> more) {

    Step(int minute, String kind) {
      this(minute, kind, Map.of());
    }
  }

  private TeamScript() {}

  /** The steps of the team at an agency's first, second or third site (0 to 2), in time's order. */
  static List<Step> of(String country, int place) {
    int begins = place * 4;
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(begins + 2, "entry"));
    steps.add(new Step(begins + 6, "person_met"));
    steps.add(new Step(begins + 7, "premises_safe"));
    steps.add(new Step(begins + 10, "search_running"));
    if (place == 0) {
      steps.add(new Step(begins + 12, "arrest"));
    }
    for (int item = 0; item <= place; item++) {
      steps.add(new Step(begins + 25 + item, "item_seized", Map.of("item", item(item))));
    }
    if (country.equals("NZ") && place == 2) {
      steps.add(new Step(begins + 40, "resource_asked", Map.of("resource", "decryption")));
      steps.add(new Step(begins + 52, "resource_there", Map.of("resource", "decryption")));
    }
    steps.add(new Step(begins + 60, "search_ended"));
    return steps;
  }

  /** When the last of all teams has left. */
  static int minutes() {
    return TrainingDay.SITES * 4 + 60;
  }

  private static Map<String, Object> item(int which) {
    return Map.of("kind", which == 0 ? "phone" : "laptop", "description", "of the training");
  }
}
