package dev.cordon.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the reasons of quarantine while rows are written. Beyond {@link #MOST} different ones the
 * rest is counted together, so that memory does not grow with hostile input. Not thread-safe.
 */
final class QuarantineReasons {

  /** How many different reasons are told apart. */
  static final int MOST = 2_000;

  private static final int EXAMPLES = 5;
  private static final Key REST = new Key("", "other reasons, too many to tell apart");

  private final Map<Key, Count> counts = new LinkedHashMap<>();

  private record Key(String table, String reason) {}

  private static final class Count {

    private long rows;
    private final List<Long> examples = new ArrayList<>(EXAMPLES);
  }

  void add(RowRecord row) {
    String reason = row.reason();
    Key key = new Key(row.origin().table(), reason == null ? "" : reason);
    Count count = counts.get(key);
    if (count == null) {
      count = counts.computeIfAbsent(counts.size() < MOST ? key : REST, one -> new Count());
    }
    count.rows++;
    if (count.examples.size() < EXAMPLES) {
      count.examples.add(row.origin().row());
    }
  }

  List<RecordSummary.Reason> list() {
    return counts.entrySet().stream()
        .map(entry ->
            new RecordSummary.Reason(
                entry.getKey().table(),
                entry.getKey().reason(),
                entry.getValue().rows,
                entry.getValue().examples))
        .toList();
  }
}
