package dev.cordon.ledger;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.SignedIn;
import dev.cordon.ledger.internal.Commitment;
import dev.cordon.ledger.internal.Leaf;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger, as stages write to it.
 *
 * <p>Promises: the entry stands when the caller's transaction commits and never otherwise; names,
 * reasons and record ids enter the leaf only as commitments under a fresh 256-bit salt, which can
 * be destroyed. Does not promise a place at once: the sequencer gives it after the commit.
 */
@Service
public class Ledger {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Ledger(JdbcClient jdbc, CurrentMember currentMember, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.events = events;
    this.clock = Clock.systemUTC();
  }

  /** Appends the entry in the caller's transaction; there must be one, and a signed-in member. */
  @Transactional(propagation = Propagation.MANDATORY)
  public EntryId append(Entry entry) {
    SignedIn member = currentMember.get();
    Instant at = now();
    UUID id = EntryId.fresh(at).value();
    Commitment commitment = Commitment.withFreshSalt();
    byte[] body = Leaf.of(id, at, entry, member.member(), commitment).bytes();
    jdbc.sql(LedgerSql.APPEND)
        .param("id", id)
        .param("operation", entry.operation().map(operation -> operation.value()).orElse(null))
        .param("act", entry.act().name())
        .param("what", entry.what())
        .param("member", member.member().value())
        .param("recipient", entry.recipient().map(agency -> agency.value()).orElse(null))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("count", entry.records().size())
        .param("body", body)
        .param("salt", commitment.salt())
        .param("reason", entry.reason())
        .param("records", entry.records().toArray(String[]::new))
        .update();
    EntryId appended = new EntryId(id);
    events.publishEvent(new EntryAppended(appended));
    return appended;
  }

  /**
   * Appends many entries in the caller's transaction, in this order; faster than one by one.
   *
   * @return their ids, in the same order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<EntryId> appendAll(List<Entry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    SignedIn member = currentMember.get();
    EntryRows rows = EntryRows.of(entries, member.member(), now());
    rows.bind(jdbc.sql(LedgerSql.APPEND_ALL)).param("member", member.member().value()).update();
    List<EntryId> appended = rows.ids();
    events.publishEvent(new EntryAppended(appended.getLast()));
    return appended;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Events that are acts become entries before other listeners see them. */
  @EventListener
  @Order(0)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(Audited event) {
    append(event.entry());
  }
}
