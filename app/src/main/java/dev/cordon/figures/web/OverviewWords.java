package dev.cordon.figures.web;

import dev.cordon.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The sentences of the overview: why a step narrows, and what waits for whom. */
final class OverviewWords {

  private static final List<String> TILES =
      List.of(
          "subjects_confirmed",
          "countries",
          "packages_dispatched",
          "searches",
          "arrests",
          "items_seized",
          "field_reports_open");

  private static final Set<String> LEAD_ONLY =
      Set.of("accounts", "payers", "subjects_confirmed", "subjects_attributed", "countries");

  private OverviewWords() {}

  static List<OverviewView.Tile> tiles(Figures figures) {
    return TILES.stream()
        .filter(name -> shows(figures, name))
        .flatMap(name -> figures.figure(name).stream())
        .map(figure ->
            new OverviewView.Tile(
                figure.name(), figure.title(), figure.definition(), figure.value()))
        .toList();
  }

  static List<OverviewView.Step> funnel(Figures figures, String base) {
    List<OverviewView.Step> steps = new ArrayList<>();
    long before = -1;
    for (Figures.Step step : figures.funnel()) {
      if (!shows(figures, step.name())) {
        continue;
      }
      long whole = before < 0 ? step.value() : before;
      steps.add(
          new OverviewView.Step(
              step.title(),
              step.value(),
              whole,
              figures.figure(step.name()).map(figure -> figure.definition()).orElse(""),
              why(step.name(), step.value(), whole),
              base + "/figures/" + step.name()));
      before = step.value();
    }
    return List.copyOf(steps);
  }

  /** A reader of one agency is not shown as nought what only those who run the operation see. */
  private static boolean shows(Figures figures, String name) {
    return !figures.scope().equals("agency") || !LEAD_ONLY.contains(name);
  }

  private static String why(String step, long count, long before) {
    String fewer = String.format(java.util.Locale.UK, "%,d", Math.max(0, before - count));
    return switch (step) {
      case "accounts" -> "Accounts of members in the sealed sources; staff and programs left out.";
      case "payers" -> fewer + " accounts have no payment that was paid.";
      case "subjects_confirmed" ->
          "Accounts of one person count once; proposals nobody has confirmed are not counted.";
      case "subjects_attributed" -> fewer + " confirmed subjects have no country yet.";
      case "subjects_dispatched" -> fewer + " attributed subjects are in no package held now.";
      case "subjects_acted_on" -> fewer + " dispatched subjects have no measure matched to them.";
      default -> "";
    };
  }

  static List<OverviewView.Waiting> waiting(
      Figures figures,
      Map<String, Map<String, Long>> states,
      long proposals,
      long queue,
      String base) {
    List<OverviewView.Waiting> waiting = new ArrayList<>();
    long confirmed = Overviews.value(figures, "subjects_confirmed");
    add(
        waiting,
        proposals,
        "proposals of payers without a decision",
        "analyst",
        base + "/proposals?state=waiting");
    add(
        waiting,
        confirmed - Overviews.value(figures, "subjects_attributed"),
        "confirmed subjects without a country",
        "analyst or coordinator",
        base + "/subjects?country=none");
    add(waiting, sum(states, "draft"), "drafts not released", "coordinator", base + "/packages");
    add(
        waiting,
        sum(states, "released"),
        "packages without a receipt",
        "national officers: " + countries(states, "released"),
        base + "/packages");
    add(
        waiting,
        Overviews.value(figures, "field_reports_open"),
        "field reports that match nobody",
        "national officers or coordinator",
        base + "/field-reports?state=open");
    add(
        waiting,
        queue,
        "files in the victim-identification queue",
        "victim identification",
        base + "/triage");
    return List.copyOf(waiting);
  }

  private static void add(
      List<OverviewView.Waiting> waiting, long count, String what, String whom, String link) {
    if (count > 0) {
      waiting.add(new OverviewView.Waiting(count, what, whom, link));
    }
  }

  private static long sum(Map<String, Map<String, Long>> states, String state) {
    return states.values().stream().mapToLong(counts -> counts.getOrDefault(state, 0L)).sum();
  }

  private static String countries(Map<String, Map<String, Long>> states, String state) {
    return String.join(
        ", ",
        states.entrySet().stream()
            .filter(entry -> entry.getValue().containsKey(state))
            .map(Map.Entry::getKey)
            .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
  }
}
