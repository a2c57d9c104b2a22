package dev.cordon.figures.web;

import dev.cordon.figures.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How far each country is, from the figures by country and the states of its packages. */
final class CountryRows {

  private CountryRows() {}

  static List<OverviewView.CountryRow> of(
      Figures figures, Map<String, Map<String, Long>> packageStates) {
    Set<String> countries = new TreeSet<>(figures.byCountry().keySet());
    countries.addAll(packageStates.keySet());
    return countries.stream()
        .map(country ->
            row(
                country,
                figures.byCountry().getOrDefault(country, Map.of()),
                packageStates.getOrDefault(country, Map.of())))
        .sorted(
            Comparator.comparing(OverviewView.CountryRow::subjects)
                .thenComparing(OverviewView.CountryRow::proposed)
                .reversed()
                .thenComparing(OverviewView.CountryRow::country))
        .toList();
  }

  private static OverviewView.CountryRow row(
      String country, Map<String, Long> figures, Map<String, Long> states) {
    long acted = count(figures, "subjects_acted_on");
    Sent sent = sent(states, acted);
    return new OverviewView.CountryRow(
        country,
        count(figures, "proposed_clusters"),
        count(figures, "subjects_attributed"),
        count(figures, "subjects_dispatched"),
        acted,
        count(figures, "searches"),
        count(figures, "arrests"),
        count(figures, "items_seized"),
        sent.words(),
        sent.tone());
  }

  private record Sent(String words, String tone) {}

  private static Sent sent(Map<String, Long> states, long acted) {
    if (states.isEmpty()) {
      return new Sent("no package", "");
    }
    if (states.containsKey("released")) {
      return new Sent("no receipt yet", "wait");
    }
    if (states.containsKey("draft") && !states.containsKey("received")) {
      return new Sent("draft", "wait");
    }
    return acted > 0 ? new Sent("acted on", "good") : new Sent("received", "note");
  }

  private static long count(Map<String, Long> figures, String name) {
    return figures.getOrDefault(name, 0L);
  }

  static OverviewView.CountryRow total(List<OverviewView.CountryRow> rows) {
    long[] sums = new long[7];
    for (OverviewView.CountryRow row : rows) {
      sums[0] += row.proposed();
      sums[1] += row.subjects();
      sums[2] += row.dispatched();
      sums[3] += row.acted();
      sums[4] += row.searches();
      sums[5] += row.arrests();
      sums[6] += row.items();
    }
    return new OverviewView.CountryRow(
        "", sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], "", "");
  }
}
