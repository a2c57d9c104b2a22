package dev.cordon.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The axis of a drawing of counts per day: each bar holds a day, a week from Monday or a month,
 * whichever is legible.
 *
 * @param from the first day of the first bar
 * @param to the day after the last bar
 * @param unit what one bar stands for
 * @param left where the axis begins, in the drawing's units
 * @param width of the axis, in the drawing's units
 */
public record DayAxis(LocalDate from, LocalDate to, Unit unit, double left, double width) {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  /** What one bar stands for. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH;

    /** The first day of the bar that holds a day. */
    public LocalDate start(LocalDate day) {
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

    private static Unit of(long days, Legible legible) {
      if (days <= legible.days()) {
        return DAY;
      }
      return days <= legible.weeksUntil() ? WEEK : MONTH;
    }

    /** In words: day, week or month. */
    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Up to how many days a drawing shows bars of a day, and up to how many bars of a week.
   *
   * @param days the longest span in days with a bar for each day
   * @param weeksUntil the longest span in days with a bar for each week
   */
  public record Legible(int days, int weeksUntil) {}

  /** A name on the axis; the first month of a year is strong and says the year. */
  public record Mark(double x, String words, boolean strong) {}

  /**
   * The axis that holds all counts.
   *
   * @param counts at least one, none empty
   */
  public static DayAxis of(
      Collection<SortedMap<LocalDate, Long>> counts, Legible legible, double left, double right) {
    LocalDate first =
        counts.stream().map(SortedMap::firstKey).min(LocalDate::compareTo).orElseThrow();
    LocalDate last =
        counts.stream().map(SortedMap::lastKey).max(LocalDate::compareTo).orElseThrow();
    Unit unit = Unit.of(ChronoUnit.DAYS.between(first, last), legible);
    return new DayAxis(unit.start(first), unit.next(unit.start(last)), unit, left, right - left);
  }

  /** Counts per bar, by the first day of each. */
  public SortedMap<LocalDate, Long> perUnit(SortedMap<LocalDate, Long> perDay) {
    SortedMap<LocalDate, Long> counts = new TreeMap<>();
    perDay.forEach((day, count) -> counts.merge(unit.start(day), count, Long::sum));
    return counts;
  }

  /** Where a day begins. */
  public double x(LocalDate day) {
    return left + width * ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
  }

  /** How wide the bar is that begins on a day, without a gap. */
  public double barWidth(LocalDate start) {
    return x(unit.next(start)) - x(start);
  }

  /** The last day of the bar that begins on a day. */
  public LocalDate end(LocalDate start) {
    return unit.next(start).minusDays(1);
  }

  /** One day, or from one to another, in words. */
  public static String days(LocalDate start, LocalDate end) {
    return start.equals(end)
        ? WORDS.format(start)
        : WORDS.format(start) + " to " + WORDS.format(end);
  }

  /** The names of months and years, as many as the axis has room for. */
  public List<Mark> marks() {
    long months = Math.max(1, ChronoUnit.MONTHS.between(from, to));
    int step = months <= 14 ? 1 : months <= 40 ? 3 : 12;
    List<Mark> marks = new ArrayList<>();
    LocalDate month = from.withDayOfMonth(1).plusMonths(1);
    for (; month.isBefore(to); month = month.plusMonths(1)) {
      boolean year = month.getMonthValue() == 1;
      if ((month.getMonthValue() - 1) % step == 0) {
        String words = DateTimeFormatter.ofPattern(year ? "yyyy" : "MMM", Locale.UK).format(month);
        marks.add(new Mark(tenth(x(month)), words, year));
      }
    }
    return List.copyOf(marks);
  }

  /** A length in the drawing, to a tenth. */
  public static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
