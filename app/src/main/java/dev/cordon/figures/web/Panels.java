package dev.cordon.figures.web;

import dev.cordon.figures.Figures;
import dev.cordon.figures.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The panels of the overview with their sentences: why a step narrows, and what waits for whom.
 * Every link keeps the filters of the page.
 *
 * @param base the operation's address
 * @param asked what the reader asked for
 */
record Panels(String base, Asked asked) {

  private static final List<String> TILES =
      List.of(
          "suspects_identified",
          "countries",
          "packages_dispatched",
          "searches",
          "arrests",
          "items_seized",
          "victims_identified");

  /** What the list of agencies shows, in its order. */
  static final List<String> AGENCY_FIGURES =
      List.of(
          "packages_sent",
          "subjects_dispatched",
          "subjects_acted_on",
          "searches",
          "arrests",
          "items_seized");

  private static final Set<String> LEAD_ONLY =
      Set.of(
          "accounts",
          "payers",
          "suspects_identified",
          "subjects_confirmed",
          "subjects_attributed",
          "victims_identified",
          "countries");

  List<OverviewView.Tile> tiles(Figures figures) {
    return TILES.stream()
        .filter(name -> shows(figures, name))
        .flatMap(name -> figures.figure(name).stream())
        .map(figure ->
            new OverviewView.Tile(
                records(figure.name()), figure.title(), figure.definition(), figure.value()))
        .toList();
  }

  List<OverviewView.Step> funnel(Figures figures) {
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
              records(step.name())));
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

  /** The address of the records behind a figure. */
  String records(String name) {
    return asked.on(base + "/figures/" + name);
  }

  /** The same without days: a bar of the timeline says its own. */
  String lane(String name) {
    return asked.on(base + "/figures/" + name, Map.of("from", "", "to", ""));
  }

  OverviewView.AgencyRow agency(
      UUID id, String name, @Nullable String country, Map<String, Sum> held) {
    Map<String, String> only = Map.of("agency", id.toString());
    List<OverviewView.Held> counts =
        AGENCY_FIGURES.stream()
            .map(figure ->
                new OverviewView.Held(
                    held.getOrDefault(figure, Sum.NOTHING).amount(),
                    asked.on(base + "/figures/" + figure, only)))
            .toList();
    return new OverviewView.AgencyRow(id, name, country, asked.on(base, only), counts);
  }

  List<OverviewView.Waiting> waiting(Figures figures, long queue) {
    List<OverviewView.Waiting> waiting = new ArrayList<>();
    add(
        waiting,
        Overviews.value(figures, "proposals_waiting"),
        "proposals of payers without a decision",
        "analyst",
        records("proposals_waiting"));
    add(
        waiting,
        Overviews.value(figures, "subjects_confirmed")
            - Overviews.value(figures, "subjects_attributed"),
        "confirmed subjects without a country",
        "analyst or coordinator",
        base + "/subjects?country=none");
    add(
        waiting,
        Overviews.value(figures, "packages_drafted"),
        "drafts not released",
        "coordinator: " + countries(figures, "packages_drafted"),
        records("packages_drafted"));
    add(
        waiting,
        Overviews.value(figures, "packages_without_receipt"),
        "packages without a receipt",
        "national officers: " + countries(figures, "packages_without_receipt"),
        records("packages_without_receipt"));
    add(
        waiting,
        Overviews.value(figures, "field_reports_open"),
        "field reports that match nobody",
        "national officers or coordinator: " + countries(figures, "field_reports_open"),
        records("field_reports_open"));
    add(
        waiting,
        Overviews.value(figures, "requests_open"),
        "requests to providers without an answer",
        "providers in " + countries(figures, "requests_open"),
        records("requests_open"));
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

  private static String countries(Figures figures, String name) {
    return figures.byCountry().entrySet().stream()
        .filter(entry -> entry.getValue().getOrDefault(name, 0L) > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
