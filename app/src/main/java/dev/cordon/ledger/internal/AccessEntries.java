package dev.cordon.ledger.internal;

import dev.cordon.access.AccessDecided;
import dev.cordon.access.AgencyAdded;
import dev.cordon.access.AgencyClosed;
import dev.cordon.access.BreakGlassClosed;
import dev.cordon.access.BreakGlassOpened;
import dev.cordon.access.BreakGlassReviewed;
import dev.cordon.access.BreakGlassUsed;
import dev.cordon.access.HandlingMarked;
import dev.cordon.access.MemberJoined;
import dev.cordon.access.OperationOpened;
import dev.cordon.access.ReadingReasonStated;
import dev.cordon.access.RoleGranted;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the entries of {@code access}, which stands before the ledger and can not call it. */
@Component
class AccessEntries {

  private static final int MOST_WORDS = 1900;

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
  void on(AgencyClosed event) {
    ledger.append(
        Entry.ofInstallation(Act.DECISION, "agency", "closed by the administrator")
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

  @EventListener
  void on(ReadingReasonStated event) {
    ledger.append(
        Entry.of(
            event.operation(),
            Act.DECISION,
            "reading-reason",
            event.purpose().title() + ": " + event.words()));
  }

  @EventListener
  void on(HandlingMarked event) {
    ledger.append(
        Entry.of(
                event.operation(),
                Act.ALTERATION,
                "handling-code",
                event.kind() + " now " + event.code() + ": " + shortened(event.reason()))
            .touching(event.record()));
  }

  @EventListener
  void on(BreakGlassOpened event) {
    ledger.append(
        Entry.of(event.operation(), Act.DECISION, "break-glass-opening", event.reason())
            .touching(event.opening()));
  }

  @EventListener
  void on(BreakGlassClosed event) {
    ledger.append(
        Entry.of(event.operation(), Act.DECISION, "break-glass-closing", "closed by the member")
            .touching(event.opening()));
  }

  @EventListener
  void on(BreakGlassReviewed event) {
    ledger.append(
        Entry.of(
                event.operation(),
                Act.DECISION,
                "break-glass-review",
                (event.justified() ? "justified: " : "not justified: ") + shortened(event.words()))
            .touching(event.opening()));
  }

  @EventListener
  void on(BreakGlassUsed event) {
    List<String> touched = new ArrayList<>(event.records());
    touched.add(event.opening().toString());
    ledger.append(
        Entry.of(event.operation(), Act.CONSULTATION, "break-glass", event.reason())
            .touching(touched));
  }

  private static String shortened(String words) {
    return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
  }
}
