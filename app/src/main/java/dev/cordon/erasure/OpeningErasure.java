package dev.cordon.erasure;

import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.approval.Approval;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.LedgerEntry;
import dev.cordon.ledger.Openings;
import dev.cordon.web.Display;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The destruction of what opens one ledger entry. */
@Component
class OpeningErasure {

  private final Openings openings;
  private final Ledger ledger;
  private final Display display;

  OpeningErasure(Openings openings, Ledger ledger, Display display) {
    this.openings = openings;
    this.ledger = ledger;
    this.display = display;
  }

  String describe(OperationId operation, EntryId id) {
    LedgerEntry entry = find(operation, id);
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

  void perform(OperationId operation, EntryId id, Approval approval) {
    LedgerEntry entry = find(operation, id);
    openings.destroy(operation, entry.id());
    ledger.append(
        Entry.of(operation, Act.ERASURE, "ledger-opening", approval.askReason())
            .touching(entry.id()));
  }

  private LedgerEntry find(OperationId operation, EntryId id) {
    return openings.find(operation, id).orElseThrow(NotPermittedException::new);
  }
}
