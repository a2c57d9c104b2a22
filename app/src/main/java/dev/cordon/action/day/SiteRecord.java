package dev.cordon.action.day;

import dev.cordon.action.day.ReportKind.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/*
 * Why the order of arrival can not matter: everything below is computed from the set of reports. Where a report is placed is
 * a matter of what it says (device clock, measured offset); where two reports of one device contradict their own count, the
 * later of the count is not placed before the earlier. Ties go by device and its count, then by id. Of several corrections of one report the last counts.
 */
/**
 * What all reports of a site come to, in one sequence.
 *
 * @param lines every report, also those corrected, as placed
 * @param asked what was asked for and is not there yet
 */
public record SiteRecord(
    List<Line> lines,
    Progress progress,
    @Nullable Instant enteredAt,
    @Nullable Instant safeAt,
    @Nullable Instant searchingAt,
    @Nullable Instant endedAt,
    @Nullable Instant lastAt,
    int corrected,
    int doubted,
    int personsMet,
    int arrests,
    int interviews,
    int items,
    boolean wrongPlace,
    List<Resource> asked) {

  /** Copies the lists. */
  public SiteRecord {
    lines = List.copyOf(lines);
    asked = List.copyOf(asked);
  }

  /**
   * One report in the sequence.
   *
   * @param at where it is placed
   * @param stands whether it counts: nothing corrected it
   */
  public record Line(DayReport report, Instant at, boolean stands) {}

  /** The record of a set of reports of one site; the order they are given in does not matter. */
  public static SiteRecord of(Collection<DayReport> reports) {
    Map<UUID, Instant> places = places(reports);
    Map<UUID, DayReport> corrections = corrections(reports);
    List<Line> lines = new ArrayList<>();
    for (DayReport report : reports) {
      lines.add(
          new Line(
              report,
              places.getOrDefault(report.id(), report.placedAt()),
              stands(report, corrections)));
    }
    lines.sort(byPlace(counts(reports)));
    return counted(lines);
  }

  private static Comparator<Line> byPlace(Map<UUID, Long> counts) {
    return Comparator.comparing(Line::at)
        .thenComparing(line -> String.valueOf(line.report().device()))
        .thenComparingLong(line -> counts.getOrDefault(line.report().id(), 0L))
        .thenComparing(line -> line.report().corrects() != null)
        .thenComparing(line -> line.report().id().toString());
  }

  /**
   * The place of each report in its device's count; a correction takes that of what it replaces.
   */
  private static Map<UUID, Long> counts(Collection<DayReport> reports) {
    Map<UUID, DayReport> known = new HashMap<>();
    reports.forEach(report -> known.put(report.id(), report));
    Map<UUID, Long> counts = new HashMap<>();
    for (DayReport report : reports) {
      DayReport at = report;
      // Two reports may name each other; no chain is longer than there are reports.
      for (int steps = 0; steps < known.size() && at.sequence() == 0; steps++) {
        UUID replaced = at.corrects();
        DayReport before = replaced == null ? null : known.get(replaced);
        if (before == null) {
          break;
        }
        at = before;
      }
      counts.put(report.id(), at.sequence());
    }
    return counts;
  }

  private static SiteRecord counted(List<Line> lines) {
    List<Line> standing = lines.stream().filter(Line::stands).toList();
    Progress progress = Progress.PLANNED;
    for (Line line : standing) {
      Progress shown = line.report().kind().shows();
      progress = shown.compareTo(progress) > 0 ? shown : progress;
    }
    return new SiteRecord(
        lines,
        progress,
        first(standing, kind -> kind.shows().entered()),
        first(standing, kind -> kind.shows().compareTo(Progress.SAFE) >= 0),
        first(standing, kind -> kind.shows().compareTo(Progress.SEARCHING) >= 0),
        last(standing, kind -> kind == ReportKind.SEARCH_ENDED),
        last(standing, kind -> true),
        lines.size() - standing.size(),
        (int) lines.stream().filter(line -> line.report().clockDoubted()).count(),
        count(standing, ReportKind.PERSON_MET),
        count(standing, ReportKind.ARREST),
        count(standing, ReportKind.INTERVIEW),
        count(standing, ReportKind.ITEM_SEIZED),
        count(standing, ReportKind.WRONG_PLACE) > 0,
        asked(standing));
  }

  private static Map<UUID, Instant> places(Collection<DayReport> reports) {
    Map<UUID, List<DayReport>> byDevice = new HashMap<>();
    for (DayReport report : reports) {
      if (report.device() != null && report.sequence() > 0) {
        byDevice.computeIfAbsent(report.device(), any -> new ArrayList<>()).add(report);
      }
    }
    Map<UUID, Instant> places = new HashMap<>();
    for (List<DayReport> own : byDevice.values()) {
      own.sort(
          Comparator.comparingLong(DayReport::sequence)
              .thenComparing(DayReport::placedAt)
              .thenComparing(report -> report.id().toString()));
      Instant least = Instant.MIN;
      for (DayReport report : own) {
        least = report.placedAt().isAfter(least) ? report.placedAt() : least;
        places.put(report.id(), least);
      }
    }
    return places;
  }

  /** The last correction of each report that was corrected. */
  private static Map<UUID, DayReport> corrections(Collection<DayReport> reports) {
    Comparator<DayReport> later =
        Comparator.comparing(DayReport::placedAt).thenComparing(report -> report.id().toString());
    Map<UUID, DayReport> corrections = new HashMap<>();
    for (DayReport report : reports) {
      if (report.corrects() != null) {
        corrections.merge(
            report.corrects(), report, (one, two) -> later.compare(one, two) >= 0 ? one : two);
      }
    }
    return corrections;
  }

  private static boolean stands(DayReport report, Map<UUID, DayReport> corrections) {
    if (report.kind() == ReportKind.VOID || corrections.containsKey(report.id())) {
      return false;
    }
    UUID corrected = report.corrects();
    return corrected == null || report.equals(corrections.get(corrected));
  }

  private static @Nullable Instant first(List<Line> lines, Predicate<ReportKind> wanted) {
    return lines.stream()
        .filter(line -> wanted.test(line.report().kind()))
        .map(Line::at)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant last(List<Line> lines, Predicate<ReportKind> wanted) {
    return lines.stream()
        .filter(line -> wanted.test(line.report().kind()))
        .map(Line::at)
        .reduce((one, two) -> two)
        .orElse(null);
  }

  private static int count(List<Line> lines, ReportKind kind) {
    return (int) lines.stream().filter(line -> line.report().kind() == kind).count();
  }

  /** What was asked for more often than it was said to be there. */
  private static List<Resource> asked(List<Line> lines) {
    Map<Resource, Integer> open = new EnumMap<>(Resource.class);
    for (Line line : lines) {
      Resource resource = line.report().resource();
      if (resource != null) {
        int by = line.report().kind() == ReportKind.RESOURCE_ASKED ? 1 : -1;
        open.merge(resource, by, Integer::sum);
      }
    }
    return open.entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
