package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Holder;
import dev.cordon.intake.Origin;
import dev.cordon.intake.RecordedTime;
import dev.cordon.intake.selectors.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The lines of a log while they are counted, in whatever form they are written. */
final class LogLines {

  private static final String TABLE = "lines";
  private static final int LONGEST = 512;

  private final Part part;
  private final Counts counts;
  private final Holder nobody;
  private final Times times;

  LogLines(Part part) {
    this.part = part;
    this.counts = new Counts(part, TABLE);
    this.nobody = new Holder(part.output().system(), null, null, null);
    this.times = part.output().times().column(TABLE, "time");
  }

  RecordOutput output() {
    return part.output();
  }

  /** A line alone names no account. */
  Holder nobody() {
    return nobody;
  }

  /** The time a parser found. */
  RecordedTime time(Instant at, String raw) {
    return times.known(at, raw);
  }

  /** A time no parser knew. */
  RecordedTime time(Origin origin, @Nullable String raw) {
    return times.read(origin.row(), raw, Times.Kind.AUTO);
  }

  Origin stored(Position position, @Nullable String note) {
    Origin origin = counts.next();
    counts.stored(origin, position, null, note);
    return origin;
  }

  /** A line of which nothing could be taken but its place. */
  void unmapped(Position position) {
    Origin origin = counts.next();
    counts.unmapped(origin, position, null, null);
  }

  void broken(Position position, String reason) {
    Origin origin = counts.next();
    counts.quarantined(origin, position, reason);
  }

  Balance balance() {
    return counts.balance(part.onlyLine(TABLE), "log line");
  }

  /** The program as named, shortened; null for a dash and for what holds media. */
  @Nullable String program(String agent) {
    boolean isNone = agent.equals("-") || part.holdsMedia() && RecordTable.isMedia(agent);
    return isNone ? null : agent.substring(0, Math.min(LONGEST, agent.length()));
  }

  static String action(String method) {
    return switch (method) {
      case "GET" -> "request GET";
      case "POST" -> "request POST";
      case "HEAD" -> "request HEAD";
      default -> "request";
    };
  }
}
