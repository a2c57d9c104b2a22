package dev.cordon.action.web;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import dev.cordon.action.Board;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A country's lane as the board draws it.
 *
 * @param lane the counts
 * @param clock local time there now; the span where a country has several
 * @param firstPlanned when its first site is planned, local time
 * @param lastReport when its last report says it happened, local time
 * @param tone how the lane's state is marked
 * @param state in a word or two
 */
record LaneView(
    Board.Lane lane,
    String clock,
    String firstPlanned,
    String lastReport,
    String tone,
    String state) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);

  static List<LaneView> of(Board board) {
    return board.lanes().stream()
        .sorted(Comparator.comparing(Board.Lane::country))
        .map(lane -> of(lane, board.asOf()))
        .toList();
  }

  private static LaneView of(Board.Lane lane, Instant now) {
    ZoneOffset offset = lane.offset();
    return new LaneView(
        lane,
        clock(lane.country(), now),
        local(lane.firstPlannedAt(), offset),
        local(lane.lastReportAt(), offset),
        tone(lane),
        state(lane));
  }

  private static String clock(String country, Instant now) {
    SortedSet<LocalDateTime> times = new TreeSet<>();
    for (String zone :
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null)) {
      times.add(LocalDateTime.ofInstant(now, ZoneId.of(zone)));
    }
    if (times.isEmpty()) {
      return "";
    }
    String first = MINUTE.format(times.getFirst());
    String last = MINUTE.format(times.getLast());
    return first.equals(last) ? first : first + "\u2013" + last;
  }

  private static String local(@Nullable Instant at, @Nullable ZoneOffset offset) {
    if (at == null) {
      return "";
    }
    return offset == null
        ? DAY.format(at.atOffset(ZoneOffset.UTC)) + " UTC"
        : DAY.format(at.atOffset(offset));
  }

  private static String tone(Board.Lane lane) {
    if (lane.planned() > 0 && lane.ended() >= lane.planned()) {
      return "good";
    }
    return lane.started() > 0 || lane.reports() > 0 ? "note" : "wait";
  }

  private static String state(Board.Lane lane) {
    if (lane.planned() > 0 && lane.ended() >= lane.planned()) {
      return "all ended";
    }
    if (lane.started() > 0) {
      return "running";
    }
    return lane.reports() > 0 ? "reporting" : "waiting";
  }
}
