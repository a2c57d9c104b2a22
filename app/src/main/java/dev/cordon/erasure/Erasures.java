package dev.cordon.erasure;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.LedgerEntry;
import dev.cordon.ledger.Openings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a data-protection officer may ask to have destroyed; a coordinator approves. */
@Service
@Transactional
public class Erasures {

  private final Access access;
  private final Openings openings;
  private final Approvals approvals;

  Erasures(Access access, Openings openings, Approvals approvals) {
    this.access = access;
    this.openings = openings;
    this.approvals = approvals;
  }

  /** One page of the ledger entries whose opening still exists, of one record or of all (null). */
  public Page<LedgerEntry> openings(OperationId operation, @Nullable String record, int page) {
    access.require(operation, Area.LEDGER, Right.ERASE);
    return openings.page(operation, record, page);
  }

  /** Asks for the destruction of what opens a ledger entry. */
  public ApprovalId askForOpening(OperationId operation, EntryId entry, String reason) {
    return approvals.ask(operation, ActKind.ERASURE, entry.toString(), reason);
  }
}
