package dev.cordon.figures.web;

import dev.cordon.figures.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How far each country is, from the figures by country. */
final class CountryRows {

  private CountryRows() {}

  static List<OverviewView.CountryRow> of(Figures figures) {
    return figures.byCountry().entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .filter(OverviewView.CountryRow::hasAnything)
        .sorted(
            Comparator.comparing(OverviewView.CountryRow::subjects)
                .thenComparing(OverviewView.CountryRow::proposed)
                .reversed()
                .thenComparing(OverviewView.CountryRow::country))
        .toList();
  }

  private static OverviewView.CountryRow row(String country, Map<String, Long> figures) {
    long acted = count(figures, "subjects_acted_on");
    Sent sent = sent(figures, acted);
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

  private static Sent sent(Map<String, Long> figures, long acted) {
    long drafts = count(figures, "packages_drafted");
    long held = count(figures, "packages_dispatched");
    if (count(figures, "packages_without_receipt") > 0) {
      return new Sent("no receipt yet", "wait");
    }
    if (held == 0) {
      return drafts > 0 ? new Sent("draft", "wait") : new Sent("no package", "");
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
