package dev.cordon.formats.weblogs;

import dev.cordon.formats.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets through lines of one format: how many further fields a line has is taken from the first
 * lines, a line with another number is broken (two lines written into each other, for one).
 */
final class UniformLines implements AccessLogHandler {

  private static final int SAMPLE_LINES = 200;

  private final AccessLogHandler handler;
  private final List<Runnable> waiting = new ArrayList<>();
  private final Map<Integer, Integer> counts = new HashMap<>();
  private int furtherFields = -1;

  UniformLines(AccessLogHandler handler) {
    this.handler = handler;
  }

  @Override
  public void request(AccessLogLine line) {
    if (furtherFields >= 0) {
      tell(line);
      return;
    }
    counts.merge(line.furtherFields(), 1, Integer::sum);
    waiting.add(() -> tell(line));
    decideWhenEnough();
  }

  @Override
  public void broken(Position position, String reason) {
    if (furtherFields >= 0) {
      handler.broken(position, reason);
      return;
    }
    waiting.add(() -> handler.broken(position, reason));
    decideWhenEnough();
  }

  /** Tells what still waits. */
  void finish() {
    if (furtherFields < 0) {
      decide();
    }
  }

  private void decideWhenEnough() {
    if (waiting.size() == SAMPLE_LINES) {
      decide();
    }
  }

  private void decide() {
    furtherFields =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0);
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  private void tell(AccessLogLine line) {
    if (line.furtherFields() == furtherFields) {
      handler.request(line);
    } else {
      handler.broken(
          line.position(),
          "has " + line.furtherFields() + " further fields, the log has " + furtherFields);
    }
  }
}
