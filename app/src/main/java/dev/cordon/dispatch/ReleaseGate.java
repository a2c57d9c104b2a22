package dev.cordon.dispatch;

import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must be said before a package may be asked out: why it goes where the law does not surely
 * cover the conduct, and on which basis it goes to a third country. Each is a named person's, an
 * entry of its own, and demanded by the database as well.
 */
@Component
class ReleaseGate {

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final CurrentMember currentMember;
  private final TransferRules transfers;

  ReleaseGate(
      JdbcClient jdbc, Ledger ledger, CurrentMember currentMember, TransferRules transfers) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.currentMember = currentMember;
    this.transfers = transfers;
  }

  void require(IntelligencePackage draft, Clearing clearing) {
    if (draft.law().coverage().needsReason() && clearing.gapReason() == null) {
      throw new RefusedException(
          "The law of "
              + draft.country()
              + " does not surely cover the conduct ("
              + draft.law().reason()
              + ") Say why the package goes out all the same: give a gapReason.");
    }
    transfers.require(draft, clearing);
  }

  void note(IntelligencePackage draft, Clearing clearing) {
    String gap = clearing.gapReason();
    if (gap != null && draft.law().coverage().needsReason()) {
      jdbc.sql(DispatchSql.SET_GAP_REASON)
          .param("operation", draft.operation().value())
          .param("package", draft.id().value())
          .param("gapReason", gap)
          .param("member", currentMember.member().value())
          .update();
      enter(draft, "package-gap", gap);
    }
    TransferBasis basis = clearing.transferBasis();
    String words = clearing.transferWords();
    if (basis == null
        || words == null
        || draft.clearance().transferBasis() == TransferBasis.NOT_NEEDED) {
      return;
    }
    jdbc.sql(DispatchSql.SET_TRANSFER)
        .param("operation", draft.operation().value())
        .param("package", draft.id().value())
        .param("basis", basis.text())
        .param("words", words)
        .param("member", currentMember.member().value())
        .update();
    enter(draft, "package-transfer", basis.words() + ": " + words);
  }

  private void enter(IntelligencePackage draft, String what, String words) {
    ledger.append(
        Entry.of(draft.operation(), Act.DECISION, what, words)
            .to(draft.recipient())
            .touching(draft.id()));
  }
}
