package dev.cordon.intake.web;

import dev.cordon.intake.DayHoles;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows per day as bars, one lane for each kind of record with its own scale; holes are shaded at
 * their days.
 *
 * @param height of the drawing, which is {@link #WIDTH} wide
 * @param unit what one bar stands for: day, week or month
 */
record DayChart(List<Lane> lanes, List<Mark> marks, int height, String unit) {

  static final int WIDTH = 1180;
  private static final int LEFT = 110;
  private static final int LANE = 74;
  private static final int BAR = 58;
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

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

  /** A name on the axis. */
  record Mark(double x, String words, boolean strong) {}

  private enum Unit {
    DAY,
    WEEK,
    MONTH;

    LocalDate start(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    LocalDate next(LocalDate start) {
      return switch (this) {
        case DAY -> start.plusDays(1);
        case WEEK -> start.plusWeeks(1);
        case MONTH -> start.plusMonths(1);
      };
    }

    static Unit of(long days) {
      if (days <= 400) {
        return DAY;
      }
      return days <= 2800 ? WEEK : MONTH;
    }
  }

  private record Scale(LocalDate from, long days, Unit unit) {

    double x(LocalDate day) {
      return LEFT + (WIDTH - LEFT - 4.0) * ChronoUnit.DAYS.between(from, day) / days;
    }
  }

  static DayChart of(List<Series> all) {
    List<Series> series = all.stream().filter(one -> !one.perDay().isEmpty()).toList();
    if (series.isEmpty()) {
      return new DayChart(List.of(), List.of(), 0, "day");
    }
    LocalDate first =
        series.stream().map(one -> one.perDay().firstKey()).min(LocalDate::compareTo).orElseThrow();
    LocalDate last =
        series.stream().map(one -> one.perDay().lastKey()).max(LocalDate::compareTo).orElseThrow();
    Unit unit = Unit.of(ChronoUnit.DAYS.between(first, last));
    LocalDate from = unit.start(first);
    LocalDate to = unit.next(unit.start(last));
    Scale scale = new Scale(from, ChronoUnit.DAYS.between(from, to), unit);
    List<Lane> lanes = new ArrayList<>();
    for (int number = 0; number < series.size(); number++) {
      lanes.add(lane(series.get(number), number, scale));
    }
    return new DayChart(
        List.copyOf(lanes),
        marks(from, to, scale),
        series.size() * LANE + 26,
        unit.name().toLowerCase(Locale.ROOT));
  }

  private static Lane lane(Series series, int number, Scale scale) {
    SortedMap<LocalDate, Long> perUnit = new TreeMap<>();
    series.perDay().forEach((day, rows) -> perUnit.merge(scale.unit().start(day), rows, Long::sum));
    long most = perUnit.values().stream().mapToLong(Long::longValue).max().orElse(1);
    int top = number * LANE + 8;
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> entry : perUnit.entrySet()) {
      bars.add(bar(entry.getKey(), entry.getValue(), most, top, scale));
    }
    List<Band> bands = series.holes().stream().map(hole -> band(hole, scale)).toList();
    return new Lane(series.kind(), number + 1, top, most, List.copyOf(bars), bands);
  }

  private static Bar bar(LocalDate start, long rows, long most, int top, Scale scale) {
    LocalDate end = scale.unit().next(start).minusDays(1);
    double height = Math.max(1.5, BAR * (double) rows / most);
    double width = scale.x(scale.unit().next(start)) - scale.x(start);
    return new Bar(
        tenth(scale.x(start)),
        tenth(top + BAR - height),
        tenth(Math.max(1.2, width > 4 ? width - 1 : width * 0.85)),
        tenth(height),
        rows,
        days(start, end),
        start,
        end);
  }

  private static Band band(DayHoles.Hole hole, Scale scale) {
    double begin = scale.x(hole.from());
    return new Band(
        tenth(begin),
        tenth(Math.max(3, scale.x(hole.to().plusDays(1)) - begin)),
        days(hole.from(), hole.to())
            + (hole.isLow() ? ": " + hole.rows() + " rows" : ": no row")
            + ", around it about "
            + hole.usual()
            + " a day");
  }

  private static String days(LocalDate start, LocalDate end) {
    return start.equals(end)
        ? WORDS.format(start)
        : WORDS.format(start) + " to " + WORDS.format(end);
  }

  private static List<Mark> marks(LocalDate from, LocalDate to, Scale scale) {
    long months = Math.max(1, ChronoUnit.MONTHS.between(from, to));
    int step = months <= 14 ? 1 : months <= 40 ? 3 : 12;
    List<Mark> marks = new ArrayList<>();
    LocalDate month = from.withDayOfMonth(1).plusMonths(1);
    for (; month.isBefore(to); month = month.plusMonths(1)) {
      boolean year = month.getMonthValue() == 1;
      if ((month.getMonthValue() - 1) % step == 0) {
        marks.add(
            new Mark(
                tenth(scale.x(month)),
                DateTimeFormatter.ofPattern(year ? "yyyy" : "MMM", Locale.UK).format(month),
                year));
      }
    }
    return List.copyOf(marks);
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
