package dev.cordon.access;

import java.util.List;
import java.util.Optional;

/**
 * A decision about who may do what, for the ledger.
 *
 * @param operation in which; none for the installation
 * @param what short type name of the thing, lower-case words joined by hyphens
 * @param reason why, or what was decided
 * @param about the ids it touches
 */
public record AccessDecided(
    Optional<OperationId> operation, String what, String reason, List<?> about) {

  /** Copies the ids. */
  public AccessDecided {
    about = List.copyOf(about);
  }
}
