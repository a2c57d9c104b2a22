package dev.cordon.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The reports sent for one site: each a millisecond after the one before, at least. */
final class SentReports {

  /** A report, by the moment it tells of, and when it was sent. */
  record Sent(Instant at, long sentNanos) {}

  private final List<Sent> sent = new ArrayList<>();

  synchronized Sent add() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant at =
        sent.isEmpty() || now.isAfter(sent.getLast().at())
            ? now
            : sent.getLast().at().plusMillis(1);
    Sent report = new Sent(at, System.nanoTime());
    sent.add(report);
    return report;
  }

  synchronized int size() {
    return sent.size();
  }

  /** Those from a place on that happened no later than a moment. */
  synchronized List<Sent> until(int from, Instant last) {
    int to = from;
    while (to < sent.size() && !sent.get(to).at().isAfter(last)) {
      to++;
    }
    return List.copyOf(sent.subList(from, to));
  }
}
