package dev.cordon.figures.web;

import dev.cordon.web.DayAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What happened when: one lane per kind, each with its own scale, on one axis of time.
 *
 * @param lanes from the platform's records down to the measures
 * @param marks the names on the axis
 * @param height of the drawing, which is {@link #WIDTH} wide
 * @param unit what one bar stands for: day, week or month
 */
record Timeline(List<Lane> lanes, List<DayAxis.Mark> marks, int height, String unit) {

  static final int WIDTH = 1180;
  private static final int LEFT = 150;
  private static final int LANE = 46;
  private static final int BAR = 32;
  private static final DayAxis.Legible LEGIBLE = new DayAxis.Legible(92, 1100);

  /** One kind of happening as counted per day. */
  record Series(String name, String definition, String link, SortedMap<LocalDate, Long> perDay) {}

  /** A drawn lane. */
  record Lane(String name, String definition, int number, int y, long most, List<Bar> bars) {}

  /** A drawn bar: opens the records of its days. */
  record Bar(
      double x, double y, double width, double height, long count, String days, String link) {}

  static Timeline of(List<Series> all) {
    List<Series> series = all.stream().filter(one -> !one.perDay().isEmpty()).toList();
    if (series.isEmpty()) {
      return new Timeline(List.of(), List.of(), 0, "day");
    }
    DayAxis axis =
        DayAxis.of(series.stream().map(Series::perDay).toList(), LEGIBLE, LEFT, WIDTH - 4.0);
    List<Lane> lanes = new ArrayList<>();
    for (Series one : series) {
      lanes.add(lane(one, lanes.size(), axis));
    }
    return new Timeline(
        List.copyOf(lanes), axis.marks(), series.size() * LANE + 26, axis.unit().words());
  }

  private static Lane lane(Series series, int number, DayAxis axis) {
    SortedMap<LocalDate, Long> perUnit = axis.perUnit(series.perDay());
    long most = perUnit.values().stream().mapToLong(Long::longValue).max().orElse(1);
    int top = number * LANE + 8;
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> entry : perUnit.entrySet()) {
      bars.add(bar(series, entry.getKey(), entry.getValue(), most, top, axis));
    }
    return new Lane(series.name(), series.definition(), number + 1, top, most, List.copyOf(bars));
  }

  private static Bar bar(
      Series series, LocalDate start, long count, long most, int top, DayAxis axis) {
    LocalDate end = axis.end(start);
    double height = Math.max(1.5, BAR * (double) count / most);
    String link = series.link() + (series.link().contains("?") ? "&" : "?");
    return new Bar(
        DayAxis.tenth(axis.x(start)),
        DayAxis.tenth(top + BAR - height),
        DayAxis.tenth(Math.max(2, axis.barWidth(start) - 1)),
        DayAxis.tenth(height),
        count,
        DayAxis.days(start, end),
        link + "from=" + start + "&to=" + end);
  }
}
