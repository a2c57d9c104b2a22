package dev.cordon.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.CordonException;
import dev.cordon.kernel.digest.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The national agencies at work: each officer acknowledges the package, plans the sites of the day,
 * reports from the field and takes the seized items into custody, all with the officer's own
 * rights.
 */
final class FieldScene {

  private static final LocalTime START = LocalTime.of(6, 0);

  /** Where one exhibit is imaged and one given back, so that the pages show both. */
  private static final String FULL_LIFE = "DK";

  private final Cast cast;
  private final Path exercise;
  private final String base;
  private final List<InquiryScene.Held> held = new ArrayList<>();

  FieldScene(Cast cast, Path exercise) {
    this.cast = cast;
    this.exercise = exercise;
    this.base = cast.operationPath();
  }

  /** What the agencies did. */
  record Played(int receipts, int sites, int reports, int open, int handOvers, int digestLists) {}

  /** Plays all agencies. */
  Played play() {
    Played played = new Played(0, 0, 0, 0, 0, 0);
    String day = planDay();
    for (Cast.National national : cast.nationals().values()) {
      played = add(played, playAgency(national, day));
    }
    new InquiryScene(held, base).play();
    return played;
  }

  private String planDay() {
    List<LocalDate> dates = new ArrayList<>();
    for (String country : cast.nationals().keySet()) {
      reports(country).forEach(report -> dates.add(at(report).toLocalDate()));
    }
    LocalDate first = dates.stream().min(LocalDate::compareTo).orElseThrow();
    LocalDate last = dates.stream().max(LocalDate::compareTo).orElseThrow();
    return cast.coordinator()
        .post(
            base + "/action-days",
            Map.of(
                "name", "Simultaneous action",
                "startsOn", first.toString(),
                "endsOn", last.toString()))
        .path("id")
        .asString();
  }

  private Played playAgency(Cast.National national, String day) {
    Caller officer = national.officer();
    int receipts = receive(officer);
    List<JsonNode> reports = reports(national.country());
    Map<String, String> sites = planSites(national, day, reports, personsHeld(officer));
    int open = 0;
    for (JsonNode report : reports) {
      String site = sites.get(report.path("measure").asString(""));
      boolean search = report.path("kind").asString().equals("search");
      if (search && site != null) {
        officer.post(base + "/sites/" + site + "/start", Map.of("at", at(report).toInstant()));
      }
      JsonNode received = officer.post(base + "/field-reports", report);
      open += received.path("state").asString().equals("OPEN") ? 1 : 0;
      if (search && site != null) {
        officer.post(
            base + "/sites/" + site + "/end", Map.of("at", at(report).plusHours(4).toInstant()));
      }
    }
    Custody custody = takeIntoCustody(national, reports);
    return new Played(
        receipts, sites.size(), reports.size(), open, custody.handOvers(), custody.digestLists());
  }

  private int receive(Caller officer) {
    int receipts = 0;
    for (JsonNode found : officer.pages(base + "/packages")) {
      officer.get(base + "/packages/" + found.path("id").asString());
      officer.post(
          base + "/packages/" + found.path("id").asString() + "/receipt",
          Map.of("note", "Received and opened."));
      receipts++;
    }
    return receipts;
  }

  private Map<String, String> planSites(
      Cast.National national, String day, List<JsonNode> reports, PersonsHeld persons) {
    Map<String, String> sites = new LinkedHashMap<>();
    for (JsonNode report : reports) {
      if (report.path("kind").asString().equals("search")) {
        sites.put(report.path("measure").asString(""), planSite(national, day, report, persons));
      }
    }
    return sites;
  }

  private PersonsHeld personsHeld(Caller officer) {
    PersonsHeld persons = new PersonsHeld();
    for (JsonNode found : officer.pages(base + "/packages")) {
      String subjects = base + "/packages/" + found.path("id").asString() + "/subjects";
      officer.pages(subjects).forEach(persons::add);
    }
    return persons;
  }

  private String planSite(
      Cast.National national, String day, JsonNode report, PersonsHeld persons) {
    OffsetDateTime at = at(report);
    Map<String, Object> site = new HashMap<>();
    site.put("agency", national.agency());
    site.put("label", "Site " + report.path("measure").asString());
    site.put("timeZone", national.zone().getId());
    site.put("plannedAt", at.toLocalDate().atTime(START).toString());
    persons.named(report.path("person")).ifPresent(person -> site.put("packageSubject", person));
    String id =
        national
            .officer()
            .post(base + "/action-days/" + day + "/sites", site)
            .path("id")
            .asString();
    LocalDate date = at.toLocalDate();
    ZoneId zone = national.zone();
    national
        .officer()
        .post(
            base + "/sites/" + id + "/warrants",
            Map.of(
                "kind",
                "SEARCH",
                "issuedBy",
                "Exercise court of " + national.country(),
                "reference",
                "W-" + report.path("measure").asString(),
                "validFrom",
                date.minusDays(7).atStartOfDay(zone).toInstant(),
                "validUntil",
                date.plusDays(14).atStartOfDay(zone).toInstant()));
    return id;
  }

  private record Custody(int handOvers, int digestLists) {}

  private Custody takeIntoCustody(Cast.National national, List<JsonNode> reports) {
    int handOvers = 0;
    int digestLists = 0;
    Map<String, String> digests = digestsBySeal(reports);
    Map<String, OffsetDateTime> seized = new HashMap<>();
    reports.forEach(report -> seized.put(report.path("report").asString(), at(report)));
    boolean first = true;
    for (JsonNode exhibit : national.officer().pages(base + "/exhibits")) {
      String id = exhibit.path("id").asString();
      handOver(national, exhibit);
      handOvers++;
      if (first && national.country().equals(FULL_LIFE)) {
        image(national, exhibit);
      } else if (handOvers == 2 && national.country().equals(FULL_LIFE)) {
        giveBack(national, exhibit);
      }
      first = false;
      String list = digests.get(exhibit.path("seal").asString(""));
      if (list != null) {
        new InventoryScene(national.officer(), exercise, base).takeIn(id, list);
        held.add(new InquiryScene.Held(national.officer(), id));
        digestLists++;
      }
    }
    return new Custody(handOvers, digestLists);
  }

  private void handOver(Cast.National national, JsonNode exhibit) {
    String seal = exhibit.path("seal").asString("");
    Map<String, Object> act = new HashMap<>();
    act.put("recorder", "GIVER");
    act.put("from", exhibit.path("seizedBy").asString());
    act.put("to", "Exercise laboratory of " + national.country());
    act.put("place", "evidence store");
    act.put("purpose", "examination");
    act.put("at", later(exhibit, 6));
    if (!seal.isEmpty()) {
      act.put("sealBefore", seal);
      act.put("sealAfter", seal);
    }
    String place = base + "/exhibits/" + exhibit.path("id").asString() + "/hand-overs";
    national.officer().post(place, act);
    String told = national.officer().get(place).path(0).path("id").asString();
    national
        .officer()
        .post(
            place + "/" + told + "/answer",
            Map.of(
                "party",
                "TAKER",
                "confirmed",
                true,
                "paper",
                "laboratory receipt for " + exhibit.path("number").asString()));
  }

  /** A working copy of a medium, checked once before it is used. */
  private void image(Cast.National national, JsonNode exhibit) {
    String place = base + "/exhibits/" + exhibit.path("id").asString() + "/copies";
    String digest = Sha256.hex(exhibit.path("number").asString().getBytes(UTF_8));
    JsonNode copy =
        national
            .officer()
            .post(
                place,
                Map.of(
                    "format",
                    "raw",
                    "tool",
                    "exercise imager 1",
                    "sizeBytes",
                    64_000_000_000L,
                    "sha256",
                    digest,
                    "mediumSha256",
                    digest,
                    "keptAt",
                    "laboratory store 1",
                    "madeBy",
                    "Exercise laboratory",
                    "madeAt",
                    later(exhibit, 30)));
    national
        .officer()
        .post(
            place + "/" + copy.path("id").asString() + "/checks",
            Map.of("purpose", "triage", "tool", "sha256sum", "sha256", digest));
  }

  private void giveBack(Cast.National national, JsonNode exhibit) {
    Map<String, Object> end = new HashMap<>();
    end.put("kind", "RETURNED");
    end.put("at", later(exhibit, 24 * 20));
    end.put("by", "Exercise laboratory of " + national.country());
    end.put("words", "no longer needed as evidence");
    end.put("to", "Owner, against receipt");
    end.put("authority", "Exercise court of " + national.country());
    end.put("reference", "R-1");
    end.put("orderedOn", later(exhibit, 24 * 19).toString().substring(0, 10));
    String seal = exhibit.path("seal").asString("");
    if (!seal.isEmpty()) {
      end.put("sealFound", seal);
    }
    national.officer().post(base + "/exhibits/" + exhibit.path("id").asString() + "/end", end);
  }

  private static Instant later(JsonNode exhibit, long hours) {
    return Instant.parse(exhibit.path("seizedAt").asString()).plus(Duration.ofHours(hours));
  }

  private static Map<String, String> digestsBySeal(List<JsonNode> reports) {
    Map<String, String> digests = new HashMap<>();
    for (JsonNode report : reports) {
      for (JsonNode item : report.path("items")) {
        if (item.path("digests").isString()) {
          digests.put(item.path("seal").asString(""), item.path("digests").asString());
        }
      }
    }
    return digests;
  }

  private List<JsonNode> reports(String country) {
    Path file = exercise.resolve("field-reports").resolve(country + ".jsonl");
    List<JsonNode> reports = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return reports;
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        reports.add(JsonMapper.shared().readTree(line));
      }
    } catch (IOException unreadable) {
      throw new CordonException("The demo could not read " + file + ".", unreadable);
    }
    return reports;
  }

  private static OffsetDateTime at(JsonNode report) {
    return OffsetDateTime.parse(report.path("at").asString());
  }

  private static Played add(Played a, Played b) {
    return new Played(
        a.receipts() + b.receipts(),
        a.sites() + b.sites(),
        a.reports() + b.reports(),
        a.open() + b.open(),
        a.handOvers() + b.handOvers(),
        a.digestLists() + b.digestLists());
  }
}
