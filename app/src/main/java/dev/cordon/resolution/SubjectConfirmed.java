package dev.cordon.resolution;

import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Audited;
import dev.cordon.ledger.Entry;

/** A named person confirmed a subject, or confirmed it again after a withdrawal. */
public record SubjectConfirmed(
    OperationId operation, SubjectId subject, ProposalId proposal, String reason)
    implements Audited {

  @Override
  public Entry entry() {
    return Entry.of(operation, Act.DECISION, "subject-confirmation", reason)
        .touching(subject, proposal);
  }
}
