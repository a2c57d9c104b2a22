package dev.cordon.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** Where rows per day look as if some were missing. The rule, as pages say it: {@link #RULE}. */
public final class DayHoles {

  /** The rule in words. */
  public static final String RULE =
      "A run of days without any row is marked when at least 6 of the 7 days before it and at least"
          + " 6 of the 7 days after it have rows, and at least 10 rows would have been usual in that"
          + " time by the median of those days. A single day is marked as low when the same holds"
          + " around it and it has less than a tenth of the median of those days, where that median"
          + " is 20 rows or more. The first and last 6 days are not judged.";

  private static final int AROUND = 7;
  private static final int BUSY = 6;
  private static final long LEAST_MEDIAN = 20;
  private static final int FRACTION = 10;
  private static final long LEAST_MISSED = 10;

  private DayHoles() {}

  /**
   * A hole.
   *
   * @param from its first day, UTC
   * @param to its last day
   * @param rows on these days: 0, or what a low day has
   * @param usual the median of the days around it
   */
  public record Hole(LocalDate from, LocalDate to, long rows, long usual) {

    /** Whether there are rows, but far fewer than around. */
    public boolean isLow() {
      return rows > 0;
    }

    /** How many days it is long. */
    public long days() {
      return to.toEpochDay() - from.toEpochDay() + 1;
    }
  }

  /** The holes of one kind of record, first to last. */
  public static List<Hole> of(SortedMap<LocalDate, Long> perDay) {
    List<Hole> holes = new ArrayList<>();
    LocalDate before = null;
    for (LocalDate day : perDay.keySet()) {
      if (before != null && before.plusDays(1).isBefore(day)) {
        look(perDay, before.plusDays(1), day.minusDays(1), 0, holes);
      }
      look(perDay, day, day, perDay.getOrDefault(day, 0L), holes);
      before = day;
    }
    return List.copyOf(holes);
  }

  private static void look(
      SortedMap<LocalDate, Long> perDay,
      LocalDate from,
      LocalDate to,
      long rows,
      List<Hole> holes) {
    long[] before = rows(perDay, from.minusDays(AROUND));
    long[] after = rows(perDay, to.plusDays(1));
    if (before.length < BUSY || after.length < BUSY) {
      return;
    }
    long usual = median(before, after);
    boolean isLow = usual >= LEAST_MEDIAN && rows < (double) usual / FRACTION;
    long days = to.toEpochDay() - from.toEpochDay() + 1;
    boolean isEmpty = rows == 0 && usual * days >= LEAST_MISSED;
    if (isEmpty || isLow) {
      holes.add(new Hole(from, to, rows, usual));
    }
  }

  /** The rows of those of seven days that have some. */
  private static long[] rows(SortedMap<LocalDate, Long> perDay, LocalDate from) {
    return perDay.subMap(from, from.plusDays(AROUND)).values().stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private static long median(long[] before, long[] after) {
    long[] all = Arrays.copyOf(before, before.length + after.length);
    System.arraycopy(after, 0, all, before.length, after.length);
    Arrays.sort(all);
    return all[all.length / 2];
  }
}
