package dev.cordon.erasure;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovedAct;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.LedgerEntry;
import dev.cordon.ledger.Openings;
import dev.cordon.web.Display;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The destruction of what opens a ledger entry: asked by the officer, approved by a coordinator.
 */
@Component
class OpeningErasure implements ApprovedAct {

  private final Access access;
  private final Openings openings;
  private final Ledger ledger;
  private final Display display;

  OpeningErasure(Access access, Openings openings, Ledger ledger, Display display) {
    this.access = access;
    this.openings = openings;
    this.ledger = ledger;
    this.display = display;
  }

  @Override
  public ActKind kind() {
    return ActKind.ERASURE;
  }

  @Override
  public void requireAsker(OperationId operation) {
    access.require(operation, Area.LEDGER, Right.ERASE);
  }

  @Override
  public void requireApprover(OperationId operation) {
    access.require(operation, Area.APPROVALS, Right.APPROVE);
  }

  @Override
  public String describe(OperationId operation, String target) {
    LedgerEntry entry = find(operation, target);
    return "What opens the ledger entry of "
        + display.utc(entry.at())
        + " ("
        + entry.act().name().toLowerCase(Locale.ROOT)
        + ", "
        + entry.what().replace('-', ' ')
        + ", "
        + entry.recordCount()
        + (entry.recordCount() == 1 ? " record" : " records")
        + ") is destroyed for good: nobody can tell any more why it was done and on which records."
        + " The entry, its time and member, and its place in the tree stay and still verify.";
  }

  @Override
  public void perform(OperationId operation, String target, Approval approval) {
    LedgerEntry entry = find(operation, target);
    openings.destroy(operation, entry.id());
    ledger.append(
        Entry.of(operation, Act.ERASURE, "ledger-opening", approval.askReason())
            .touching(entry.id()));
  }

  private LedgerEntry find(OperationId operation, String target) {
    return openings
        .find(operation, new EntryId(UUID.fromString(target)))
        .orElseThrow(NotPermittedException::new);
  }
}
