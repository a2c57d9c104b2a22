package dev.cordon.figures.web;

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
 * What happened when: one lane per kind, each with its own scale, on one axis of time.
 *
 * @param lanes from the platform's records down to the measures
 * @param marks the names on the axis
 * @param height of the drawing, which is {@link #WIDTH} wide
 * @param unit what one bar stands for: day, week or month
 */
record Timeline(List<Lane> lanes, List<Mark> marks, int height, String unit) {

  static final int WIDTH = 1180;
  private static final int LEFT = 150;
  private static final int LANE = 46;
  private static final int BAR = 32;

  /** One kind of happening as counted per day. */
  record Series(String name, String definition, String link, SortedMap<LocalDate, Long> perDay) {}

  /** A drawn lane. */
  record Lane(String name, String definition, int number, int y, long most, List<Bar> bars) {}

  /** A drawn bar: opens the records of its days. */
  record Bar(
      double x, double y, double width, double height, long count, String days, String link) {}

  /** A name on the axis. */
  record Mark(double x, String words, boolean strong) {}

  /** How many days a bar holds. */
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
      if (days <= 92) {
        return DAY;
      }
      return days <= 1100 ? WEEK : MONTH;
    }
  }

  static Timeline of(List<Series> all) {
    List<Series> series = all.stream().filter(one -> !one.perDay().isEmpty()).toList();
    if (series.isEmpty()) {
      return new Timeline(List.of(), List.of(), 0, "day");
    }
    LocalDate first =
        series.stream().map(one -> one.perDay().firstKey()).min(LocalDate::compareTo).orElseThrow();
    LocalDate last =
        series.stream().map(one -> one.perDay().lastKey()).max(LocalDate::compareTo).orElseThrow();
    Unit unit = Unit.of(ChronoUnit.DAYS.between(first, last));
    LocalDate from = unit.start(first);
    LocalDate to = unit.next(unit.start(last));
    Scale scale = new Scale(from, ChronoUnit.DAYS.between(from, to));
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      lanes.add(lane(series.get(i), i, unit, scale));
    }
    return new Timeline(
        List.copyOf(lanes),
        marks(from, to, scale),
        series.size() * LANE + 26,
        unit.name().toLowerCase(Locale.ROOT));
  }

  private record Scale(LocalDate from, long days) {

    double x(LocalDate day) {
      return LEFT + (WIDTH - LEFT - 4.0) * ChronoUnit.DAYS.between(from, day) / days;
    }
  }

  private static Lane lane(Series series, int number, Unit unit, Scale scale) {
    SortedMap<LocalDate, Long> perUnit = new TreeMap<>();
    series.perDay().forEach((day, count) -> perUnit.merge(unit.start(day), count, Long::sum));
    long most = perUnit.values().stream().mapToLong(Long::longValue).max().orElse(1);
    int top = number * LANE + 8;
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> entry : perUnit.entrySet()) {
      LocalDate start = entry.getKey();
      LocalDate end = unit.next(start).minusDays(1);
      double height = Math.max(1.5, BAR * (double) entry.getValue() / most);
      double width = Math.max(2, scale.x(unit.next(start)) - scale.x(start) - 1);
      bars.add(
          new Bar(
              tenth(scale.x(start)),
              tenth(top + BAR - height),
              tenth(width),
              tenth(height),
              entry.getValue(),
              days(start, end),
              series.link()
                  + (series.link().contains("?") ? "&" : "?")
                  + "from="
                  + start
                  + "&to="
                  + end));
    }
    return new Lane(series.name(), series.definition(), number + 1, top, most, List.copyOf(bars));
  }

  private static String days(LocalDate start, LocalDate end) {
    DateTimeFormatter words = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    return start.equals(end)
        ? words.format(start)
        : words.format(start) + " to " + words.format(end);
  }

  private static List<Mark> marks(LocalDate from, LocalDate to, Scale scale) {
    long months = Math.max(1, ChronoUnit.MONTHS.between(from, to));
    int step = months <= 14 ? 1 : months <= 40 ? 3 : 12;
    List<Mark> marks = new ArrayList<>();
    LocalDate month = from.withDayOfMonth(1).plusMonths(1);
    for (; month.isBefore(to); month = month.plusMonths(1)) {
      boolean year = month.getMonthValue() == 1;
      if ((month.getMonthValue() - 1) % step == 0) {
        String pattern = year ? "yyyy" : "MMM";
        marks.add(
            new Mark(
                tenth(scale.x(month)),
                DateTimeFormatter.ofPattern(pattern, Locale.UK).format(month),
                year));
      }
    }
    return List.copyOf(marks);
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
