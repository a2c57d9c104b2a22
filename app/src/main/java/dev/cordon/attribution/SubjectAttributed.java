package dev.cordon.attribution;

import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Audited;
import dev.cordon.ledger.Entry;
import dev.cordon.resolution.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A named person decided a subject's country, or took the decision back.
 *
 * @param country two letters, or null where it was taken back
 */
public record SubjectAttributed(
    OperationId operation, SubjectId subject, @Nullable String country, String reason)
    implements Audited {

  @Override
  public Entry entry() {
    return Entry.of(
            operation,
            Act.DECISION,
            country == null ? "attribution-withdrawal" : "attribution",
            reason)
        .touching(subject);
  }
}
