package dev.cordon.figures.web;

import dev.cordon.access.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the overview shows.
 *
 * @param charter what the operation rests on
 * @param agencyOnly whether the reader sees only the own agency's part
 * @param figures the numbers at the top
 * @param funnel from accounts to those acted on
 * @param map counts per country, by what the reader chose to see
 * @param shown what the map counts
 * @param countries one row per country
 * @param timeline what happened when
 * @param waiting what waits for whom
 * @param agencies what each agency holds
 * @param since what changed since the reader's last visit; null at the first
 * @param asOf the count all this is of
 */
record OverviewView(
    Charter charter,
    boolean agencyOnly,
    List<Tile> figures,
    List<Step> funnel,
    MapView map,
    Measure shown,
    List<CountryRow> countries,
    CountryRow total,
    Timeline timeline,
    List<Waiting> waiting,
    List<AgencyRow> agencies,
    @Nullable Since since,
    Instant asOf) {

  /** Authority, legal basis and dates of the operation. */
  record Charter(
      String authority, String legalBasis, String purpose, LocalDate reviewOn, LocalDate endsOn) {

    static Charter of(Operation operation) {
      return new Charter(
          operation.authority(),
          operation.legalBasis(),
          operation.purpose().text(),
          operation.reviewOn(),
          operation.endsOn());
    }
  }

  /** A number that opens to its definition and records. */
  record Tile(String link, String title, String definition, long value) {}

  /** A step of the funnel: how many, of how many, why fewer, and where its records are. */
  record Step(String title, long count, long before, String definition, String why, String link) {}

  /** What the map may count. */
  enum Measure {
    SUBJECTS("Subjects", "subjects_attributed"),
    DISPATCHED("Dispatched", "subjects_dispatched"),
    ACTED("Acted on", "subjects_acted_on"),
    PROPOSED("Proposed", "proposed_clusters");

    private final String title;
    private final String figure;

    Measure(String title, String figure) {
      this.title = title;
      this.figure = figure;
    }

    /** The figure that counts it. */
    public String figure() {
      return figure;
    }

    public String title() {
      return title;
    }

    /** Whether readers of one agency have a part of it. */
    boolean knownToAgencies() {
      return this == DISPATCHED || this == ACTED;
    }

    /** As it stands in the address. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    long of(CountryRow row) {
      return switch (this) {
        case SUBJECTS -> row.subjects();
        case DISPATCHED -> row.dispatched();
        case ACTED -> row.acted();
        case PROPOSED -> row.proposed();
      };
    }
  }

  /** How far one country is. */
  record CountryRow(
      String country,
      long proposed,
      long subjects,
      long dispatched,
      long acted,
      long searches,
      long arrests,
      long items,
      String state,
      String tone) {

    boolean hasAnything() {
      return proposed + subjects + dispatched + acted + searches + arrests + items > 0
          || !state.equals("no package");
    }
  }

  /** What one agency holds: a number for each of the panels' figures. */
  record AgencyRow(UUID id, String name, @Nullable String country, String link, List<Held> held) {}

  /** A number of an agency, and where its records are. */
  record Held(long count, String link) {}

  /** What changed since a visit. */
  record Since(Instant visit, List<Change> changes) {}

  /** A figure that is another than it was. */
  record Change(String name, String title, long was, long is) {

    public long difference() {
      return is - was;
    }
  }

  public List<Measure> measures() {
    return Arrays.stream(Measure.values())
        .filter(measure -> !agencyOnly || measure.knownToAgencies())
        .toList();
  }

  /** Work that stands still until somebody does it. */
  record Waiting(long count, String what, String whom, String link) {}
}
