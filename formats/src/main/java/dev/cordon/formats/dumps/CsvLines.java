package dev.cordon.formats.dumps;

import dev.cordon.formats.BoundedLines.Line;
import dev.cordon.formats.LineSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines in their order, of which those to come may be looked at. Not thread-safe. */
final class CsvLines {

  private static final int COMPACTED_FROM = 1024;

  private final LineSource source;
  private final List<Line> ahead = new ArrayList<>();
  private int taken;

  CsvLines(LineSource source) {
    this.source = source;
  }

  /** The next line, which is taken; null at the end. */
  @Nullable Line take() throws IOException {
    if (taken == ahead.size()) {
      ahead.clear();
      taken = 0;
      return source.next();
    }
    Line line = ahead.get(taken);
    drop(1);
    return line;
  }

  /** The line so many after the one taken last, which stays; null behind the end. */
  @Nullable Line peek(int distance) throws IOException {
    while (ahead.size() - taken < distance) {
      Line next = source.next();
      if (next == null) {
        return null;
      }
      ahead.add(next);
    }
    return ahead.get(taken + distance - 1);
  }

  /** Takes this many lines that were looked at. */
  void drop(int count) {
    taken += count;
    if (taken >= COMPACTED_FROM) {
      ahead.subList(0, taken).clear();
      taken = 0;
    }
  }
}
