package dev.cordon.intake.web;

import dev.cordon.intake.DayHoles;
import dev.cordon.web.DayAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Rows per day as bars, one lane for each kind of record with its own scale; holes are shaded at
 * their days.
 *
 * @param height of the drawing, which is {@link #WIDTH} wide
 * @param unit what one bar stands for: day, week or month
 */
record DayChart(List<Lane> lanes, List<DayAxis.Mark> marks, int height, String unit) {

  static final int WIDTH = 1180;
  private static final int LEFT = 110;
  private static final int LANE = 74;
  private static final int BAR = 58;
  private static final DayAxis.Legible LEGIBLE = new DayAxis.Legible(400, 2800);

  /** One kind of record with its rows per day and its holes. */
  record Series(String kind, SortedMap<LocalDate, Long> perDay, List<DayHoles.Hole> holes) {}

  /** A drawn kind. */
  record Lane(String kind, int number, int y, long most, List<Bar> bars, List<Band> bands) {}

  /** A drawn bar, for these days. */
  record Bar(
      double x,
      double y,
      double width,
      double height,
      long rows,
      String days,
      LocalDate from,
      LocalDate to) {}

  /** A shaded hole. */
  record Band(double x, double width, String words) {}

  static DayChart of(List<Series> all) {
    List<Series> series = all.stream().filter(one -> !one.perDay().isEmpty()).toList();
    if (series.isEmpty()) {
      return new DayChart(List.of(), List.of(), 0, "day");
    }
    DayAxis axis =
        DayAxis.of(series.stream().map(Series::perDay).toList(), LEGIBLE, LEFT, WIDTH - 4.0);
    List<Lane> lanes = new ArrayList<>();
    for (Series one : series) {
      lanes.add(lane(one, lanes.size(), axis));
    }
    return new DayChart(
        List.copyOf(lanes), axis.marks(), series.size() * LANE + 26, axis.unit().words());
  }

  private static Lane lane(Series series, int number, DayAxis axis) {
    SortedMap<LocalDate, Long> perUnit = axis.perUnit(series.perDay());
    long most = perUnit.values().stream().mapToLong(Long::longValue).max().orElse(1);
    int top = number * LANE + 8;
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> entry : perUnit.entrySet()) {
      bars.add(bar(entry.getKey(), entry.getValue(), most, top, axis));
    }
    List<Band> bands = series.holes().stream().map(hole -> band(hole, axis)).toList();
    return new Lane(series.kind(), number + 1, top, most, List.copyOf(bars), bands);
  }

  private static Bar bar(LocalDate start, long rows, long most, int top, DayAxis axis) {
    LocalDate end = axis.end(start);
    double height = Math.max(1.5, BAR * (double) rows / most);
    double width = axis.barWidth(start);
    return new Bar(
        DayAxis.tenth(axis.x(start)),
        DayAxis.tenth(top + BAR - height),
        DayAxis.tenth(Math.max(1.2, width > 4 ? width - 1 : width * 0.85)),
        DayAxis.tenth(height),
        rows,
        DayAxis.days(start, end),
        start,
        end);
  }

  private static Band band(DayHoles.Hole hole, DayAxis axis) {
    double begin = axis.x(hole.from());
    return new Band(
        DayAxis.tenth(begin),
        DayAxis.tenth(Math.max(3, axis.x(hole.to().plusDays(1)) - begin)),
        DayAxis.days(hole.from(), hole.to())
            + (hole.isLow() ? ": " + hole.rows() + " rows" : ": no row")
            + ", around it about "
            + hole.usual()
            + " a day");
  }
}
