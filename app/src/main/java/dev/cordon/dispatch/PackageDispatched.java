package dev.cordon.dispatch;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Audited;
import dev.cordon.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A package was released to its recipient.
 *
 * @param subjects the subjects disclosed
 */
public record PackageDispatched(
    OperationId operation,
    PackageId packageId,
    AgencyId recipient,
    String reason,
    List<UUID> subjects)
    implements Audited {

  /** Copies the list. */
  public PackageDispatched {
    subjects = List.copyOf(subjects);
  }

  @Override
  public Entry entry() {
    List<Object> touched = new ArrayList<>(subjects);
    touched.add(packageId);
    return Entry.of(operation, Act.DISCLOSURE, "package-release", reason)
        .to(recipient)
        .touching(touched);
  }
}
