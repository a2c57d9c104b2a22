package dev.cordon.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An action day to train on, in an operation of its own so that no figure of the exercise counts
 * it: some agencies act, an hour's work told as a minute's, with a leak, a team nothing is heard of
 * and a wrong door. Every order and report goes through the doors everybody uses.
 */
final class DayScene {

  private static final List<String> ACTING = List.of("DK", "SE", "DE", "NZ", "GB", "ES");
  private static final int SITES = 3;

  private final Cast cast;
  private final String base;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Map<String, List<String>> sites = new HashMap<>();
  private final Map<String, String> devices = new HashMap<>();
  private Instant begun = start;
  private int reports;

  DayScene(Cast cast) {
    this.cast = cast;
    this.base = cast.openTraining();
  }

  /** What was played. */
  record Played(int countries, int sites, int reports) {

    String text() {
      return countries + " countries, " + sites + " sites, " + reports + " reports";
    }
  }

  Played play() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String day =
        cast.coordinator()
            .post(
                base + "/action-days",
                Map.of(
                    "name", "Training day",
                    "startsOn", today.minusDays(1).toString(),
                    "endsOn", today.plusDays(1).toString()))
            .path("id")
            .asString();
    List<Cast.National> acting =
        cast.nationals().values().stream().filter(one -> ACTING.contains(one.country())).toList();
    acting.forEach(one -> plan(one, day));
    order(day, Map.of("kind", "hold", "reason", "until all are ready", "seen", 0));
    leak(day);
    order(day, Map.of("kind", "go", "reason", "all are ready", "seen", seen(day)));
    begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    for (Cast.National one : acting) {
      for (int place = 0; place < SITES; place++) {
        act(one, sites.getOrDefault(one.country(), List.of()).get(place), place);
      }
    }
    return new Played(acting.size(), acting.size() * SITES, reports);
  }

  private void plan(Cast.National one, String day) {
    for (int place = 1; place <= SITES; place++) {
      Map<String, Object> site = new HashMap<>();
      site.put("agency", one.agency());
      site.put("label", "Training site " + place);
      site.put("timeZone", one.zone().getId());
      site.put(
          "plannedAt",
          LocalDateTime.ofInstant(start.plus(Duration.ofMinutes(30)), one.zone()).toString());
      String id =
          one.officer().post(base + "/action-days/" + day + "/sites", site).path("id").asString();
      sites.computeIfAbsent(one.country(), any -> new ArrayList<>()).add(id);
      warrant(one, id, place);
      one.officer()
          .post(
              base + "/sites/" + id + "/plan",
              Map.of(
                  "line",
                  "Training Street " + place,
                  "postcode",
                  one.country() + "-100" + place,
                  "city",
                  "Example",
                  "person",
                  "Person " + place + " of the training",
                  "risks",
                  "a dog"));
      one.officer()
          .post(
              base + "/sites/" + id + "/support",
              Map.of(
                  "kind",
                  "childrens_service",
                  "service",
                  "Children's service of the exercise",
                  "reached",
                  "duty desk"));
    }
    for (String item : List.of("warrants", "briefing", "decryption", "suicide_care")) {
      one.officer()
          .post(base + "/action-days/" + day + "/readiness", Map.of("item", item, "state", "yes"));
    }
    devices.put(
        one.country(),
        one.officer()
            .post(base + "/field/devices", Map.of("name", "phone of the training"))
            .path("id")
            .asString());
  }

  private void warrant(Cast.National one, String site, int place) {
    one.officer()
        .post(
            base + "/sites/" + site + "/warrants",
            Map.of(
                "kind",
                "SEARCH",
                "issuedBy",
                "Exercise court of " + one.country(),
                "reference",
                "T-" + one.country() + "-" + place,
                "validFrom",
                start.minus(Duration.ofDays(3)).toString(),
                "validUntil",
                start.plus(Duration.ofDays(10)).toString()));
  }

  /** A newspaper rings: everybody starts half an hour earlier. */
  private void leak(String day) {
    order(
        day,
        Map.of(
            "kind", "pull_forward",
            "start_at", start.toString(),
            "reason", "A newspaper asks about the day.",
            "seen", seen(day),
            "leak",
                Map.of(
                    "kind", "press",
                    "words", "A newspaper asks whether searches are planned.",
                    "source", "press desk of the training",
                    "known_at", start.minus(Duration.ofMinutes(40)).toString())));
  }

  private long seen(String day) {
    return cast.coordinator()
        .get(base + "/action-days/" + day + "/orders")
        .path(0)
        .path("sequence")
        .asLong();
  }

  private void order(String day, Map<String, Object> order) {
    cast.coordinator().post(base + "/action-days/" + day + "/orders", order);
  }

  private void act(Cast.National one, String site, int place) {
    if (one.country().equals("ES") && place == 2) {
      return;
    }
    int minute = place * 4;
    List<Map<String, Object>> told = new ArrayList<>();
    if (one.country().equals("DE") && place == 0) {
      told.add(report(one, site, "wrong_place", minute));
    }
    told.add(report(one, site, "entry", minute + 2));
    if (one.country().equals("SE") && place == 1) {
      // Nothing more is heard of this team.
      send(one, told);
      return;
    }
    told.add(report(one, site, "premises_safe", minute + 7));
    told.add(report(one, site, "search_running", minute + 10));
    told.add(report(one, site, "person_met", minute + 6));
    if (place == 0) {
      told.add(report(one, site, "arrest", minute + 12));
    }
    for (int item = 0; item <= place; item++) {
      Map<String, Object> seized = report(one, site, "item_seized", minute + 25 + item);
      seized.put(
          "item", Map.of("kind", item == 0 ? "phone" : "laptop", "description", "of the training"));
      told.add(seized);
    }
    if (one.country().equals("NZ") && place == 2) {
      Map<String, Object> asked = report(one, site, "resource_asked", 90);
      asked.put("resource", "decryption");
      told.add(asked);
    } else {
      told.add(report(one, site, "search_ended", minute + 60));
    }
    // Late, doubled and in no order, as networks do it.
    List<Map<String, Object>> sent = new ArrayList<>(told.reversed());
    sent.add(told.getFirst());
    send(one, sent);
    if (place == 1) {
      one.officer()
          .post(
              base + "/sites/" + site + "/care",
              Map.of("whom", "suspect", "step", "spoken_with", "words", "Calm, a brother stays."));
    }
  }

  private Map<String, Object> report(Cast.National one, String site, String kind, int second) {
    Map<String, Object> report = new HashMap<>();
    report.put("id", UUID.randomUUID().toString());
    report.put("site", site);
    report.put("kind", kind);
    report.put("at", begun.plusSeconds(second).atZone(one.zone()).toOffsetDateTime().toString());
    return report;
  }

  private void send(Cast.National one, List<Map<String, Object>> told) {
    JsonNode taken =
        one.officer()
            .post(
                base + "/day-reports",
                Map.of("device", devices.getOrDefault(one.country(), ""), "reports", told));
    reports += taken.size();
  }
}
