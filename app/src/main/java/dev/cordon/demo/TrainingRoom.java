package dev.cordon.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An action day played live for a room of officers: teams wait at their doors for the go, act, and
 * report as time passes; whoever trains the room puts events in. Teams heed the orders the room
 * gives on the pages, and a country given to the room reports through its own phones alone. Safe
 * for use by several threads.
 */
final class TrainingRoom {

  private static final int OVERDUE_MINUTES = 3;
  private static final int SILENT_MINUTES = 2;

  private final TrainingDay day;
  private final Map<String, Team> teams = new LinkedHashMap<>();

  TrainingRoom(Cast cast, String name) {
    this.day =
        TrainingDay.open(
            cast,
            name,
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            OVERDUE_MINUTES,
            SILENT_MINUTES);
    Map<String, JsonNode> board = day.board();
    for (Cast.National one : day.acting()) {
      List<String> sites = day.sites(one.country());
      for (int place = 0; place < sites.size(); place++) {
        String site = sites.get(place);
        JsonNode shown = board.get(site);
        String number = shown == null ? site : shown.path("number").asString();
        teams.put(number, new Team(one, site, TeamScript.of(one.country(), place)));
      }
    }
  }

  /** A team, how far it is in its script, and what its phone could not send. */
  private static final class Team {

    private final Cast.National agency;
    private final String site;
    private final List<TeamScript.Step> steps;
    private final List<Map<String, Object>> unsent = new ArrayList<>();
    private double minute;
    private int next;
    private boolean lost;
    private boolean theRooms;

    Team(Cast.National agency, String site, List<TeamScript.Step> steps) {
      this.agency = agency;
      this.site = site;
      this.steps = steps;
    }

    /** Lets time pass; a team that has not entered stands at its door until it is told to go. */
    void advance(double minutes, @Nullable JsonNode shown) {
      String word = shown == null ? "" : shown.path("word").asString("");
      if (next == 0 && !word.equals("GO")) {
        return;
      }
      minute += minutes;
      while (next < steps.size() && steps.get(next).minute() <= minute) {
        TeamScript.Step step = steps.get(next++);
        Map<String, Object> report = TrainingDay.report(agency, site, step.kind(), Instant.now());
        report.putAll(step.more());
        unsent.add(report);
      }
    }

    boolean ended() {
      return theRooms || next == steps.size();
    }
  }

  /** Where its pages are. */
  String pages() {
    return day.pages();
  }

  /** The numbers of its sites. */
  synchronized List<String> sites() {
    return List.copyOf(teams.keySet());
  }

  /** The sites as the coordinator's board has them, by id. */
  synchronized Map<String, JsonNode> board() {
    return day.board();
  }

  /**
   * Lets minutes of the day pass.
   *
   * @return whether a team still acts
   */
  synchronized boolean advance(double minutes) {
    Map<String, JsonNode> board = day.board();
    for (Team team : teams.values()) {
      if (!team.theRooms) {
        team.advance(minutes, board.get(team.site));
        send(team);
      }
    }
    return teams.values().stream().anyMatch(team -> !team.ended());
  }

  /** The coordinator says go for all. */
  synchronized String go() {
    day.order(Map.of("kind", "go", "reason", "all are ready"));
    return "Go for all.";
  }

  /** A newspaper rings; what follows is the room's to order. */
  synchronized String leak() {
    day.leak();
    return "A leak is on record: a newspaper asks. Whether to pull forward is for the room.";
  }

  /** Nothing more is heard of a team; it goes on and its phone keeps the reports. */
  synchronized String lose(String site) {
    return with(
        site,
        team -> {
          team.lost = true;
          return site + " is out of reach. 'found " + site + "' brings its reports, late.";
        });
  }

  /** A lost team's phone has a network again and sends what it kept. */
  synchronized String find(String site) {
    return with(
        site,
        team -> {
          team.lost = false;
          int late = team.unsent.size();
          send(team);
          return site + " is heard again; " + late + " reports came late.";
        });
  }

  /** A team stood at the wrong door. */
  synchronized String wrongDoor(String site) {
    return with(
        site,
        team -> {
          team.unsent.add(TrainingDay.report(team.agency, team.site, "wrong_place", Instant.now()));
          send(team);
          return site + " says it was the wrong door.";
        });
  }

  /** From now on the room reports for a country; the script does no longer. */
  synchronized String giveToRoom(String country) {
    Optional<Cast.National> agency =
        day.acting().stream().filter(one -> one.country().equals(country)).findFirst();
    if (agency.isEmpty()) {
      return "No agency of " + country + " acts. Acting: " + countries() + ".";
    }
    teams.values().stream()
        .filter(team -> team.agency.country().equals(country))
        .forEach(team -> {
          team.lost = false;
          send(team);
          team.theRooms = true;
        });
    Caller officer = agency.get().officer();
    return "%s is the room's: sign in as %s, password %s, and open %s"
        .formatted(country, officer.name(), officer.password(), officer.address(day.fieldPage()));
  }

  private String countries() {
    return String.join(
        ", ", new TreeSet<>(teams.values().stream().map(team -> team.agency.country()).toList()));
  }

  private interface Event {

    String happen(Team team);
  }

  private String with(String site, Event event) {
    Team team = teams.get(site.toUpperCase(Locale.ROOT));
    if (team == null) {
      return "No site " + site + ". Sites: " + String.join(", ", teams.keySet()) + ".";
    }
    if (team.theRooms) {
      return site + " is the room's; tell the officers themselves.";
    }
    return event.happen(team);
  }

  private void send(Team team) {
    if (!team.lost && !team.unsent.isEmpty()) {
      day.send(team.agency, List.copyOf(team.unsent));
      team.unsent.clear();
    }
  }
}
