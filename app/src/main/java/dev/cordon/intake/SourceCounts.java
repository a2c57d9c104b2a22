package dev.cordon.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the records of one source hold, counted from them.
 *
 * @param kinds records by kind
 * @param days rows with a usable time by kind and day (UTC)
 * @param times how times were written, by kind
 * @param reasons why rows are in quarantine, by table, most first
 */
public record SourceCounts(
    Map<String, Long> kinds, List<Day> days, List<TimeFlag> times, List<Reason> reasons) {

  /** Stands for all reasons beyond those that are named. */
  public static final String OTHER_REASONS = "other reasons, see the rows";

  /** Nothing was counted. */
  public static final SourceCounts NONE =
      new SourceCounts(Map.of(), List.of(), List.of(), List.of());

  /** Rows of one kind on one day, UTC. */
  public record Day(String kind, LocalDate day, long rows) {}

  /**
   * Rows whose time carries a flag or is missing.
   *
   * @param flag empty where nothing is wrong, {@code none} where no time is written
   * @param hasTime whether the time can be used all the same
   */
  public record TimeFlag(String kind, String flag, boolean hasTime, long rows) {}

  /** Rows of one table in quarantine for one reason. */
  public record Reason(String table, String reason, long rows) {}

  /** Copies the lists. */
  public SourceCounts {
    kinds = Map.copyOf(kinds);
    days = List.copyOf(days);
    times = List.copyOf(times);
    reasons = List.copyOf(reasons);
  }
}
