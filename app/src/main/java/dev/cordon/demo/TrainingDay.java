package dev.cordon.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An action day to train on, in an operation of its own so that no figure of the exercise counts
 * it. Every order and report goes through the doors everybody uses. Not for several threads at
 * once.
 */
final class TrainingDay {

  /** Which agencies act: six zones from Auckland to London. */
  static final List<String> ACTING = List.of("DK", "SE", "DE", "NZ", "GB", "ES");

  /** How many sites each has. */
  static final int SITES = 3;

  private final Cast cast;
  private final String base;
  private final String day;
  private final Instant planned;
  private final Map<String, List<String>> sites = new HashMap<>();
  private final Map<String, String> devices = new HashMap<>();
  private int reports;

  private TrainingDay(Cast cast, String base, String day, Instant planned) {
    this.cast = cast;
    this.base = base;
    this.day = day;
    this.planned = planned;
  }

  /**
   * Opens an operation and a day in it.
   *
   * @param planned when all its sites start
   * @param overdueMinutes from when on a site is overdue
   * @param silentMinutes from when on a team is silent
   */
  static TrainingDay open(
      Cast cast, String name, Instant planned, int overdueMinutes, int silentMinutes) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String base = cast.openTraining(name);
    String day =
        cast.coordinator()
            .post(
                base + "/action-days",
                Map.of(
                    "name",
                    name,
                    "startsOn",
                    today.minusDays(1).toString(),
                    "endsOn",
                    today.plusDays(1).toString(),
                    "limits",
                    Map.of("overdueMinutes", overdueMinutes, "silentMinutes", silentMinutes)))
            .path("id")
            .asString();
    TrainingDay opened = new TrainingDay(cast, base, day, planned);
    opened.acting().forEach(opened::plan);
    return opened;
  }

  /** The agencies that act. */
  List<Cast.National> acting() {
    return cast.nationals().values().stream()
        .filter(one -> ACTING.contains(one.country()))
        .toList();
  }

  /** The ids of an agency's sites. */
  List<String> sites(String country) {
    return sites.getOrDefault(country, List.of());
  }

  /** How many reports were sent. */
  int reports() {
    return reports;
  }

  /** Where its pages are. */
  String pages() {
    return base + "/action-days/" + day;
  }

  /** Where officers report from the field. */
  String fieldPage() {
    return base + "/field/";
  }

  private void plan(Cast.National one) {
    for (int place = 1; place <= SITES; place++) {
      Map<String, Object> site = new HashMap<>();
      site.put("agency", one.agency());
      site.put("label", "Training site " + place);
      site.put("timeZone", one.zone().getId());
      site.put("plannedAt", LocalDateTime.ofInstant(planned, one.zone()).toString());
      String id = one.officer().post(pages() + "/sites", site).path("id").asString();
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
                  "Person " + place + " of the training in " + one.country(),
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
      one.officer().post(pages() + "/readiness", Map.of("item", item, "state", "yes"));
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
                planned.minus(Duration.ofDays(3)).toString(),
                "validUntil",
                planned.plus(Duration.ofDays(10)).toString()));
  }

  /** What the coordinator orders. */
  void order(Map<String, Object> order) {
    Map<String, Object> seen = new HashMap<>(order);
    seen.put("seen", seen());
    cast.coordinator().post(pages() + "/orders", seen);
  }

  /** A leak on record, without an order. */
  void leak() {
    cast.coordinator().post(pages() + "/leaks", aNewspaperAsks(Instant.now()));
  }

  /** A newspaper rings. */
  static Map<String, Object> aNewspaperAsks(Instant knownAt) {
    return Map.of(
        "kind", "press",
        "words", "A newspaper asks whether searches are planned.",
        "source", "press desk of the training",
        "known_at", knownAt.toString());
  }

  /** The sites as the coordinator's board has them, by id. */
  Map<String, JsonNode> board() {
    Map<String, JsonNode> board = new HashMap<>();
    for (JsonNode site : cast.coordinator().get(pages() + "/board").path("board").path("sites")) {
      board.put(site.path("id").asString(), site);
    }
    return board;
  }

  /** A report as the phone of an agency writes it. */
  static Map<String, Object> report(Cast.National one, String site, String kind, Instant at) {
    Map<String, Object> report = new HashMap<>();
    report.put("id", UUID.randomUUID().toString());
    report.put("site", site);
    report.put("kind", kind);
    report.put("at", at.atZone(one.zone()).toOffsetDateTime().toString());
    return report;
  }

  /** Sends what a phone has. */
  void send(Cast.National one, List<Map<String, Object>> told) {
    JsonNode taken =
        one.officer()
            .post(
                base + "/day-reports",
                Map.of("device", devices.getOrDefault(one.country(), ""), "reports", told));
    reports += taken.size();
  }

  /** That somebody spoke with the person of a site. */
  void care(Cast.National one, String site) {
    one.officer()
        .post(
            base + "/sites/" + site + "/care",
            Map.of("whom", "suspect", "step", "spoken_with", "words", "Calm, a brother stays."));
  }

  private long seen() {
    return cast.coordinator().get(pages() + "/orders").path(0).path("sequence").asLong();
  }
}
