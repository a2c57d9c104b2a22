package dev.cordon.resolution;

import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Audited;
import dev.cordon.ledger.Entry;

/** A named person took a confirmation back; the subject stands no longer, its history stays. */
public record SubjectWithdrawn(OperationId operation, SubjectId subject, String reason)
    implements Audited {

  @Override
  public Entry entry() {
    return Entry.of(operation, Act.DECISION, "subject-withdrawal", reason).touching(subject);
  }
}
