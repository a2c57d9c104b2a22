package dev.cordon.intake.selectors;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Offsets of one zone through its history (tzdb as the JDK carries it). Remembers the span between
 * two changes of the clocks, in which most questions fall. Not thread-safe.
 */
final class ZoneClock {

  /** What a local time is in the zone. */
  enum Answer {
    /** One point in time. */
    ONE,
    /** Two: the clocks were put back. */
    TWO,
    /** None: the clocks were put forward. */
    NONE
  }

  private final ZoneRules rules;
  private long from = Long.MAX_VALUE;
  private long until = Long.MIN_VALUE;
  private int spanOffset;
  private int offset;
  private int laterOffset;

  ZoneClock(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Asks for a local time in seconds since 1970 as if it were UTC. */
  Answer ask(long localSecond) {
    if (localSecond >= from && localSecond < until) {
      offset = spanOffset;
      return Answer.ONE;
    }
    List<ZoneOffset> offsets =
        rules.getValidOffsets(LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC));
    if (offsets.isEmpty()) {
      return Answer.NONE;
    }
    offset = offsets.getFirst().getTotalSeconds();
    if (offsets.size() > 1) {
      laterOffset = offsets.getLast().getTotalSeconds();
      return Answer.TWO;
    }
    remember(localSecond);
    return Answer.ONE;
  }

  /** After ONE the offset, after TWO that of the earlier point in time, in seconds. */
  int offset() {
    return offset;
  }

  /** After TWO the offset of the later point in time, in seconds. */
  int laterOffset() {
    return laterOffset;
  }

  private void remember(long localSecond) {
    Instant at = Instant.ofEpochSecond(localSecond - offset);
    ZoneOffsetTransition before = rules.previousTransition(at.plusSeconds(1));
    ZoneOffsetTransition after = rules.nextTransition(at);
    spanOffset = offset;
    from =
        before == null
            ? localSecond
            : before.toEpochSecond()
                + Math.max(
                    before.getOffsetBefore().getTotalSeconds(),
                    before.getOffsetAfter().getTotalSeconds());
    until =
        after == null
            ? localSecond + 1
            : after.toEpochSecond()
                + Math.min(
                    after.getOffsetBefore().getTotalSeconds(),
                    after.getOffsetAfter().getTotalSeconds());
    if (before == null && after == null) {
      from = Long.MIN_VALUE;
      until = Long.MAX_VALUE;
    }
  }
}
