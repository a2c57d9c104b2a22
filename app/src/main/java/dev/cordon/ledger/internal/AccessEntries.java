package dev.cordon.ledger.internal;

import dev.cordon.access.AccessDecided;
import dev.cordon.access.AgencyAdded;
import dev.cordon.access.MemberJoined;
import dev.cordon.access.OperationOpened;
import dev.cordon.access.RoleGranted;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the entries of {@code access}, which stands before the ledger and can not call it. */
@Component
class AccessEntries {

  private final Ledger ledger;

  AccessEntries(Ledger ledger) {
    this.ledger = ledger;
  }

  @EventListener
  void on(AgencyAdded event) {
    ledger.append(
        Entry.ofInstallation(Act.DECISION, "agency", "added by the administrator")
            .touching(event.agency()));
  }

  @EventListener
  void on(MemberJoined event) {
    ledger.append(
        Entry.ofInstallation(Act.DECISION, "member", "joined by invitation")
            .touching(event.member(), event.agency()));
  }

  @EventListener
  void on(AccessDecided event) {
    Entry entry =
        event
            .operation()
            .map(operation -> Entry.of(operation, Act.DECISION, event.what(), event.reason()))
            .orElseGet(() -> Entry.ofInstallation(Act.DECISION, event.what(), event.reason()));
    ledger.append(entry.touching(event.about()));
  }

  @EventListener
  void on(OperationOpened event) {
    ledger.append(
        Entry.of(event.operation(), Act.DECISION, "operation", "opened by the administrator")
            .touching(event.operation()));
  }

  @EventListener
  void on(RoleGranted event) {
    ledger.append(
        Entry.of(event.operation(), Act.DECISION, "membership", "granted " + event.role().text())
            .touching(event.member()));
  }
}
