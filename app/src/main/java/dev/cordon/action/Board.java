package dev.cordon.action;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The live board: one lane for each country the reader may see, no names and no addresses.
 *
 * @param asOf when it was read
 * @param lanes by country
 * @param totals over all lanes
 * @param latest the newest reports
 * @param definitions what each count counts, in one sentence
 */
public record Board(
    Instant asOf,
    List<Lane> lanes,
    Lane totals,
    List<Report> latest,
    Map<String, String> definitions) {

  /** What each count counts. */
  static final Map<String, String> DEFINITIONS =
      Map.ofEntries(
          Map.entry("planned", "Sites planned for the action days of this operation."),
          Map.entry("started", "Sites a team has entered, or with a matched report of a measure."),
          Map.entry("ended", "Sites a team has reported as left."),
          Map.entry("searches", "Measures reported as search, matched to a subject or not."),
          Map.entry("arrests", "Measures reported as arrest, matched to a subject or not."),
          Map.entry("interviews", "Measures reported as interview, matched to a subject or not."),
          Map.entry("seizures", "Measures reported as seizure apart from a search."),
          Map.entry("items", "Items listed as seized in the reports."),
          Map.entry("reports", "Field reports received."),
          Map.entry("open", "Field reports that are matched to no subject."),
          Map.entry("late", "Field reports that arrived after a later one of the same agency."));

  /** Copies the collections. */
  public Board {
    lanes = List.copyOf(lanes);
    latest = List.copyOf(latest);
    definitions = Map.copyOf(definitions);
  }

  /**
   * One country.
   *
   * @param country two letters; empty for the totals
   * @param offset the offset of local time at the last report
   */
  public record Lane(
      String country,
      long planned,
      long started,
      long ended,
      long searches,
      long arrests,
      long interviews,
      long seizures,
      long items,
      long reports,
      long open,
      long late,
      @Nullable Instant firstPlannedAt,
      @Nullable Instant firstReportAt,
      @Nullable Instant lastReportAt,
      @Nullable ZoneOffset offset) {

    /** The sum of lanes. */
    static Lane sum(List<Lane> lanes) {
      return new Lane(
          "",
          sum(lanes, Lane::planned),
          sum(lanes, Lane::started),
          sum(lanes, Lane::ended),
          sum(lanes, Lane::searches),
          sum(lanes, Lane::arrests),
          sum(lanes, Lane::interviews),
          sum(lanes, Lane::seizures),
          sum(lanes, Lane::items),
          sum(lanes, Lane::reports),
          sum(lanes, Lane::open),
          sum(lanes, Lane::late),
          null,
          null,
          null,
          null);
    }

    private static long sum(List<Lane> lanes, ToLongFunction<Lane> count) {
      return lanes.stream().mapToLong(count).sum();
    }
  }

  /** A report as the board shows it: what, where, when; not whom. */
  public record Report(
      String report,
      String country,
      MeasureKind kind,
      Instant at,
      OffsetDateTime local,
      long items,
      boolean late,
      ReceivedReport.State state) {

    static Report of(ReceivedReport report) {
      return new Report(
          report.report(),
          report.country(),
          report.kind(),
          report.at(),
          report.local(),
          report.items(),
          report.late(),
          report.state());
    }
  }
}
