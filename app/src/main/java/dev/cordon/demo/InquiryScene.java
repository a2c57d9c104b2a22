package dev.cordon.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Agencies ask each other about files on their exhibits: one is answered with a contact, one is
 * sent the formal way, one still waits.
 */
final class InquiryScene {

  private static final List<Map<String, String>> ANSWERS =
      List.of(
          Map.of(
              "as", "CONTACT",
              "contact", "Exercise unit for child protection, desk 3",
              "words", "We hold it on one item and have not finished looking."),
          Map.of("as", "FORMAL", "words", "The file is under a court's seal here."));

  private final List<Held> held;
  private final String base;

  /** An exhibit whose inventory an agency has taken in. */
  record Held(Caller officer, String exhibit) {}

  InquiryScene(List<Held> held, String base) {
    this.held = List.copyOf(held);
    this.base = base;
  }

  /** Plays it. */
  void play() {
    for (int at = 1; at < Math.min(4, held.size()); at++) {
      Held holder = held.get(at - 1);
      Held asker = held.get(at);
      holder
          .officer()
          .post(
              base + "/exhibits/" + holder.exhibit() + "/code-release",
              Map.of("reason", "Agreed at the coordination meeting of the exercise."));
      asker
          .officer()
          .post(
              base + "/exhibits/" + asker.exhibit() + "/inquiries",
              Map.of(
                  "legalBasis",
                  "Exercise order " + at,
                  "reason",
                  "Is a child in these files known to another agency?"));
      if (at <= ANSWERS.size()) {
        answer(holder, ANSWERS.get(at - 1));
      }
    }
  }

  private void answer(Held holder, Map<String, String> answer) {
    for (JsonNode question : holder.officer().get(base + "/triage/questions").path("rows")) {
      holder
          .officer()
          .post(base + "/triage/questions/" + question.path("id").asString() + "/answer", answer);
    }
  }
}
