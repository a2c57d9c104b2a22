package dev.cordon.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Refusals of the database's own rules of need to know. They answer as absence does. */
final class RefusedRows {

  /** PostgreSQL's insufficient_privilege: a policy or a missing right. */
  private static final String REFUSED = "42501";

  private RefusedRows() {}

  /** Whether a policy of the database refused. */
  static boolean isOne(Throwable fault) {
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && REFUSED.equals(refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
