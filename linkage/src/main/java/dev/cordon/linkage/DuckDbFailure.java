package dev.cordon.linkage;

import java.sql.SQLException;

/** Says what DuckDB could not do; a lack of memory is called that, without DuckDB's settings. */
final class DuckDbFailure {

  private DuckDbFailure() {}

  /** The failure of {@code what}. */
  static LinkageException of(String what, SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    String reason =
        message.contains("Out of Memory")
            ? "the engine's memory does not suffice; give it more (CORDON_ENGINE_MEMORY, link's --memory) or"
                + " start on a machine that has more ("
                + message.lines().findFirst().orElse("")
                + ")"
            : message;
    return new LinkageException(what + ": " + reason, failure);
  }
}
