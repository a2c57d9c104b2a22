package dev.cordon.formats.weblogs;

import dev.cordon.formats.Position;

/** Receives the lines of an access log, in their order. */
public interface AccessLogHandler {

  /** A request. */
  void request(AccessLogLine line);

  /** A line that cannot be read. */
  void broken(Position position, String reason);
}
