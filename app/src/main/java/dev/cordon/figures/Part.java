package dev.cordon.figures;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of an operation is counted: all of it, or what one agency holds.
 *
 * @param agency whose part; null for all of it
 */
public record Part(OperationId operation, @Nullable AgencyId agency) {

  /** Whether it is all of the operation. */
  public boolean isWhole() {
    return agency == null;
  }

  /** The word for it in files: operation or agency. */
  public String word() {
    return isWhole() ? "operation" : "agency";
  }

  /** The agency as a parameter, if there is one. */
  @Nullable UUID agencyOrNull() {
    return Optional.ofNullable(agency).map(AgencyId::value).orElse(null);
  }

  /** What its rows have in common: the agency, or the operation where there is none. */
  UUID key() {
    return agency == null ? operation.value() : agency.value();
  }
}
