package dev.cordon.intake.web;

import dev.cordon.intake.DayHoles;
import dev.cordon.intake.SourceCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days of a source as its page shows them.
 *
 * @param holes of all kinds
 * @param times how times are written, by kind
 */
record SourceDays(DayChart chart, List<Hole> holes, List<Times> times) {

  /** A hole in one kind of record. */
  record Hole(String kind, DayHoles.Hole hole) {}

  /**
   * How the times of one kind are written.
   *
   * @param usable rows with a time that can be used
   * @param flags what is said of rows whose time is doubtful, missing or unusable
   */
  record Times(String kind, long rows, long usable, List<SourceCounts.TimeFlag> flags) {}

  static SourceDays of(SourceCounts counts) {
    Map<String, SortedMap<LocalDate, Long>> perKind = perKind(counts);
    List<DayChart.Series> series = new ArrayList<>();
    List<Hole> holes = new ArrayList<>();
    perKind.forEach((kind, days) -> {
      List<DayHoles.Hole> found = DayHoles.of(days);
      series.add(new DayChart.Series(kind, days, found));
      found.forEach(hole -> holes.add(new Hole(kind, hole)));
    });
    return new SourceDays(DayChart.of(series), List.copyOf(holes), times(counts));
  }

  static Map<String, SortedMap<LocalDate, Long>> perKind(SourceCounts counts) {
    Map<String, SortedMap<LocalDate, Long>> perKind = new TreeMap<>();
    counts
        .days()
        .forEach(day ->
            perKind.computeIfAbsent(day.kind(), any -> new TreeMap<>()).put(day.day(), day.rows()));
    return perKind;
  }

  private static List<Times> times(SourceCounts counts) {
    Map<String, List<SourceCounts.TimeFlag>> perKind = new TreeMap<>();
    counts
        .times()
        .forEach(one -> perKind.computeIfAbsent(one.kind(), any -> new ArrayList<>()).add(one));
    return perKind.entrySet().stream()
        .map(entry ->
            new Times(
                entry.getKey(),
                entry.getValue().stream().mapToLong(SourceCounts.TimeFlag::rows).sum(),
                entry.getValue().stream()
                    .filter(SourceCounts.TimeFlag::hasTime)
                    .mapToLong(SourceCounts.TimeFlag::rows)
                    .sum(),
                entry.getValue().stream().filter(one -> !one.flag().isEmpty()).toList()))
        .toList();
  }
}
