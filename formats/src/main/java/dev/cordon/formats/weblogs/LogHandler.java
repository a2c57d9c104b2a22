package dev.cordon.formats.weblogs;

import dev.cordon.formats.Position;

/** Receives the lines of a log, in their order. */
public interface LogHandler {

  /** A line that was read. */
  void line(LogLine line);

  /** A line that cannot be read. */
  void broken(Position position, String reason);
}
