package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDays;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became known of a day too early: how, from whom, since when. */
@Service
@Transactional
public class Leaks {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final ActionDays days;
  private final Ledger ledger;

  Leaks(
      JdbcClient jdbc, Access access, CurrentMember currentMember, ActionDays days, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.days = days;
    this.ledger = ledger;
  }

  /** A leak as it is on record. */
  public record Leak(NewOrder.LeakKind kind, String words, String source, Instant at, String by) {}

  /** Tells of a leak, whatever is ordered because of it. */
  public UUID tell(OperationId operation, UUID day, NewOrder.NewLeak leak) {
    access.require(operation, Area.ACTION_COMMAND, Right.WRITE);
    return add(operation, days.standing(operation, day).id(), leak);
  }

  /** Records the leak behind an order. */
  UUID add(OperationId operation, UUID day, NewOrder.NewLeak leak) {
    UUID id = UUID.randomUUID();
    String kind = leak.kind().name().toLowerCase(Locale.ROOT);
    jdbc.sql(OrderSql.ADD_LEAK)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", ownAgency(operation))
        .param("day", day)
        .param("kind", kind)
        .param("words", leak.words())
        .param("source", leak.source())
        .param("known", Columns.parameter(leak.knownAt()))
        .update();
    ledger.append(Entry.of(operation, Act.COLLECTION, "leak", kind).touching(id, day));
    return id;
  }

  /** The leaks the reader may know of: an agency its own, the lead all; the newest first. */
  @Transactional(readOnly = true)
  public List<Leak> all(OperationId operation, UUID day) {
    return jdbc.sql(OrderSql.LEAKS)
        .param("operation", operation.value())
        .param("day", day)
        .query((row, number) ->
            new Leak(
                NewOrder.LeakKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("words"),
                row.getString("source"),
                Columns.instant(row, "known_at"),
                row.getString("recorder")))
        .list();
  }

  /** Whose a record of command is: null for the lead's. */
  @Nullable UUID ownAgency(OperationId operation) {
    return access.holdsForWhole(operation, Area.ACTION, Right.WRITE)
        ? null
        : currentMember.agency().value();
  }
}
