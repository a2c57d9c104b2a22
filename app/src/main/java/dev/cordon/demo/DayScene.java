package dev.cordon.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A day of the training played at once, an hour's work told as a minute's, with a leak, a team
 * nothing is heard of and a wrong door. {@link TrainingRoom} plays one live.
 */
final class DayScene {

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final TrainingDay day;
  private Instant begun = start;

  DayScene(Cast cast) {
    this.day =
        TrainingDay.open(
            cast, "Training of an action day", start.plus(Duration.ofMinutes(30)), 15, 30);
  }

  /** What was played. */
  record Played(int countries, int sites, int reports) {

    String text() {
      return countries + " countries, " + sites + " sites, " + reports + " reports";
    }
  }

  Played play() {
    day.order(Map.of("kind", "hold", "reason", "until all are ready"));
    leak();
    day.order(Map.of("kind", "go", "reason", "all are ready"));
    begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    List<Cast.National> acting = day.acting();
    for (Cast.National one : acting) {
      for (int place = 0; place < TrainingDay.SITES; place++) {
        act(one, day.sites(one.country()).get(place), place);
      }
    }
    return new Played(acting.size(), acting.size() * TrainingDay.SITES, day.reports());
  }

  /** A newspaper rings: everybody starts half an hour earlier. */
  private void leak() {
    day.order(
        Map.of(
            "kind",
            "pull_forward",
            "start_at",
            start.toString(),
            "reason",
            "A newspaper asks about the day.",
            "leak",
            TrainingDay.aNewspaperAsks(start.minus(Duration.ofMinutes(40)))));
  }

  private void act(Cast.National one, String site, int place) {
    if (one.country().equals("ES") && place == 2) {
      return;
    }
    List<Map<String, Object>> told = new ArrayList<>();
    if (one.country().equals("DE") && place == 0) {
      told.add(TrainingDay.report(one, site, "wrong_place", begun));
    }
    boolean lost = one.country().equals("SE") && place == 1;
    boolean waits = one.country().equals("NZ") && place == 2;
    for (TeamScript.Step step : TeamScript.of(one.country(), place)) {
      if ((lost && !step.kind().equals("entry"))
          || (waits && List.of("resource_there", "search_ended").contains(step.kind()))) {
        continue;
      }
      Map<String, Object> report =
          TrainingDay.report(one, site, step.kind(), begun.plusSeconds(step.minute()));
      report.putAll(step.more());
      told.add(report);
    }
    sendAsNetworksDo(one, told);
    if (place == 1 && !lost) {
      day.care(one, site);
    }
  }

  /** Late, doubled and in no order. */
  private void sendAsNetworksDo(Cast.National one, List<Map<String, Object>> told) {
    List<Map<String, Object>> sent = new ArrayList<>(told.reversed());
    sent.add(told.getFirst());
    day.send(one, sent);
  }
}
