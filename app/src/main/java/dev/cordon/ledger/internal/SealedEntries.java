package dev.cordon.ledger.internal;

import dev.cordon.access.SealedAccessClosed;
import dev.cordon.access.SealedAccessOpened;
import dev.cordon.access.SealedViewed;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the entries of opening, looking at and closing what is sealed. */
@Component
class SealedEntries {

  private static final int REASON_LENGTH = 2000;

  private final Ledger ledger;

  SealedEntries(Ledger ledger) {
    this.ledger = ledger;
  }

  @EventListener
  void on(SealedAccessOpened event) {
    ledger.append(
        Entry.of(
                event.operation(),
                Act.DECISION,
                "sealed-access",
                grounds(event.reason(), event.legalBasis()))
            .touching(event.thing()));
  }

  @EventListener
  void on(SealedViewed event) {
    ledger.append(
        Entry.of(
                event.operation(),
                Act.CONSULTATION,
                "sealed-text-view",
                grounds(event.reason(), event.legalBasis()))
            .touching(event.thing(), event.detail()));
  }

  @EventListener
  void on(SealedAccessClosed event) {
    ledger.append(
        Entry.of(event.operation(), Act.DECISION, "sealed-access-end", "closed before its time")
            .touching(event.thing()));
  }

  private static String grounds(String reason, String legalBasis) {
    String whole = reason + " (legal basis: " + legalBasis + ")";
    return whole.length() <= REASON_LENGTH ? whole : whole.substring(0, REASON_LENGTH);
  }
}
