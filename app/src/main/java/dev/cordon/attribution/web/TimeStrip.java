package dev.cordon.attribution.web;

import dev.cordon.attribution.Attribution.Evidence;
import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.EvidenceGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * When each kind of evidence pointed where: one lane a country and kind, on one axis of time (UTC).
 *
 * @param lanes what somebody checked first, then what was declared, then what points nowhere
 * @param marks days on the axis
 * @param height of the drawing, which is {@link #WIDTH} wide
 */
record TimeStrip(List<Lane> lanes, List<Mark> marks, int height) {

  static final int WIDTH = 760;
  private static final int LEFT = 190;
  private static final int RIGHT = 20;
  private static final int LANE = 22;
  private static final int TOP = 22;
  private static final int SHORTEST_BAR = 4;
  private static final int MOST_LANES = 40;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  /** A lane with its bar from the first to the last record. */
  record Lane(String label, String country, String tone, int y, long x, long width, String says) {}

  /** A day on the axis. */
  record Mark(long x, String words) {}

  static TimeStrip of(List<Evidence> evidence, AttributionRules rules) {
    List<Evidence> timed =
        evidence.stream()
            .filter(item -> item.firstAt() != null && item.lastAt() != null)
            .sorted(
                Comparator.comparing((Evidence item) -> rules.group(item.kind()))
                    .thenComparing(Evidence::country)
                    .thenComparing(Evidence::kind))
            .limit(MOST_LANES)
            .toList();
    if (timed.isEmpty()) {
      return new TimeStrip(List.of(), List.of(), 0);
    }
    Instant first = timed.stream().map(TimeStrip::first).min(Instant::compareTo).orElseThrow();
    Instant last = timed.stream().map(TimeStrip::last).max(Instant::compareTo).orElseThrow();
    List<Lane> lanes = new ArrayList<>();
    for (Evidence item : timed) {
      long from = place(first(item), first, last);
      long until = place(last(item), first, last);
      lanes.add(
          new Lane(
              item.kind().toLowerCase(Locale.ROOT).replace('_', ' '),
              item.country(),
              tone(rules.group(item.kind())),
              TOP + lanes.size() * LANE,
              from,
              Math.max(SHORTEST_BAR, until - from),
              item.items() + " records on " + Math.max(1, item.days()) + " days"));
    }
    return new TimeStrip(lanes, marks(first, last), TOP + lanes.size() * LANE + 4);
  }

  private static Instant first(Evidence item) {
    return item.firstAt() == null ? Instant.EPOCH : item.firstAt();
  }

  private static Instant last(Evidence item) {
    return item.lastAt() == null ? Instant.EPOCH : item.lastAt();
  }

  private static String tone(EvidenceGroup group) {
    return group.isChecked()
        ? "checked"
        : group.isOwnWord() || group == EvidenceGroup.HABIT ? "declared" : "nowhere";
  }

  private static long place(Instant at, Instant first, Instant last) {
    double span = Math.max(1, last.getEpochSecond() - first.getEpochSecond());
    double share = (at.getEpochSecond() - first.getEpochSecond()) / span;
    return Math.round(LEFT + share * (WIDTH - LEFT - RIGHT));
  }

  private static List<Mark> marks(Instant first, Instant last) {
    LocalDate from = first.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    LocalDate until = last.atOffset(ZoneOffset.UTC).toLocalDate();
    long months = Math.max(1, Period.between(from, until).toTotalMonths());
    long step = Math.max(1, Math.ceilDiv(months, 6));
    List<Mark> marks = new ArrayList<>();
    for (LocalDate day = from.plusMonths(1); !day.isAfter(until); day = day.plusMonths(step)) {
      long x = place(day.atStartOfDay().toInstant(ZoneOffset.UTC), first, last);
      if (x < WIDTH - 60) {
        marks.add(new Mark(x, MONTH.format(day)));
      }
    }
    return marks;
  }
}
