package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDay;
import dev.cordon.action.ActionDays;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/*
 * Two persons deciding opposite things at once: orders of a day come one after the other. One that lets teams do more (go, pull
 * forward) must have seen the last order, or it is refused and says which it had not seen. One that holds teams back (hold,
 * call off) always passes. So whichever of a go and a hold comes first, the hold stands.
 */
/** Orders of the day: for all, for a country, for a site. Calling all off is two persons' act. */
@Service
@Transactional
public class DayOrders {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final JdbcClient jdbc;
  private final Access access;
  private final ActionDays days;
  private final Leaks leaks;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;

  DayOrders(
      JdbcClient jdbc,
      Access access,
      ActionDays days,
      Leaks leaks,
      Ledger ledger,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.days = days;
    this.leaks = leaks;
    this.ledger = ledger;
    this.events = events;
  }

  /** For whom an order is: all (neither), an agency, a site of it. */
  private record Reach(@Nullable AgencyId agency, @Nullable UUID site) {}

  /**
   * Gives an order.
   *
   * @return its sequence, to be sent with the next one as seen
   * @throws RefusedException when it lets teams do more and its author had not seen the last order;
   *     when what it is for was called off; when it pulls nothing forward
   */
  public long give(OperationId operation, UUID day, NewOrder order) {
    access.require(operation, Area.ACTION, Right.WRITE);
    ActionDay about = days.standing(operation, day);
    jdbc.sql(OrderSql.ONE_AFTER_THE_OTHER).param("day", day.toString()).query(row -> {});
    List<DayOrder> before = all(operation, day);
    List<Reach> reaches = reaches(operation, day, order);
    requireSeen(order, before);
    requireOpen(order, reaches, before);
    NewOrder.NewLeak told = order.leak();
    UUID leak = told == null ? null : leaks.add(operation, day, told);
    int moved = 0;
    for (Reach reach : reaches) {
      moved += add(operation, day, order, reach, leak);
      events.publishEvent(new DayChanged(operation, day, Optional.ofNullable(reach.agency())));
    }
    if (order.kind() == OrderKind.PULL_FORWARD && moved == 0) {
      throw new RefusedException(
          "No site of " + about.name() + " that has not started is planned later than that.");
    }
    return all(operation, day).getFirst().sequence();
  }

  private List<Reach> reaches(OperationId operation, UUID day, NewOrder order) {
    UUID site = order.site();
    if (site != null) {
      return List.of(new Reach(agencyOf(operation, day, site), site));
    }
    if (order.country() == null || order.country().isBlank()) {
      access.require(operation, Area.ACTION, Right.CALL_DAY);
      if (order.kind() == OrderKind.ABORT) {
        throw new RefusedException("All are called off by two persons: ask for it on the board.");
      }
      return List.of(new Reach(null, null));
    }
    List<Reach> reaches =
        jdbc
            .sql(OrderSql.AGENCIES_OF_COUNTRY)
            .param("operation", operation.value())
            .param("day", day)
            .param("country", order.country())
            .query(UUID.class)
            .list()
            .stream()
            .map(agency -> new Reach(new AgencyId(agency), null))
            .toList();
    if (reaches.isEmpty()) {
      throw new RefusedException("No site is planned there that you may give orders for.");
    }
    return reaches;
  }

  private AgencyId agencyOf(OperationId operation, UUID day, UUID site) {
    return jdbc.sql(OrderSql.AGENCY_OF_SITE)
        .param("operation", operation.value())
        .param("day", day)
        .param("site", site)
        .query(UUID.class)
        .optional()
        .map(AgencyId::new)
        .orElseThrow(NotPermittedException::new);
  }

  private static void requireSeen(NewOrder order, List<DayOrder> before) {
    if (!order.kind().opens() || before.isEmpty() || before.getFirst().sequence() <= order.seen()) {
      return;
    }
    DayOrder last = before.getFirst();
    throw new RefusedException(
        "Since you looked, %s ordered %s for %s at %s UTC. Nothing was changed: look at the board and decide again."
            .formatted(
                last.by(),
                last.kind().words(),
                last.reach(),
                MINUTE.format(last.at().atOffset(ZoneOffset.UTC))));
  }

  private static void requireOpen(NewOrder order, List<Reach> reaches, List<DayOrder> before) {
    for (DayOrder one : before) {
      boolean same =
          reaches.stream()
              .anyMatch(reach ->
                  one.agency() != null
                      && one.agency().equals(reach.agency())
                      && (one.site() == null || one.site().equals(reach.site())));
      if (one.kind() == OrderKind.ABORT && same) {
        throw new RefusedException("It was called off before, for good: " + one.reach() + ".");
      }
    }
    if ((order.kind() == OrderKind.PULL_FORWARD) != (order.startAt() != null)) {
      throw new RefusedException(
          order.startAt() == null
              ? "Pulling forward needs the new start: name day and time in UTC."
              : "A new start goes with pulling forward alone: leave it empty, or pull forward.");
    }
  }

  private int add(
      OperationId operation, UUID day, NewOrder order, Reach reach, @Nullable UUID leak) {
    UUID id = UUID.randomUUID();
    UUID agency = reach.agency() == null ? null : reach.agency().value();
    Instant start = order.startAt();
    jdbc.sql(OrderSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", agency)
        .param("day", day)
        .param("site", reach.site())
        .param("kind", order.kind().text())
        .param("start", start == null ? null : Columns.parameter(start))
        .update();
    jdbc.sql(OrderSql.ADD_REASON)
        .param("order", id)
        .param("operation", operation.value())
        .param("agency", leaks.ownAgency(operation))
        .param("day", day)
        .param("reason", order.reason())
        .param("leak", leak)
        .update();
    ledger.append(
        Entry.of(
                operation,
                Act.DECISION,
                "day-order",
                order.kind().words() + ": " + shortened(order.reason()))
            .touching(id, day));
    return start == null ? 0 : move(operation, day, id, reach, start);
  }

  private int move(OperationId operation, UUID day, UUID order, Reach reach, Instant start) {
    jdbc.sql(OrderSql.RETIME)
        .param("order", order)
        .param("operation", operation.value())
        .param("day", day)
        .param("start", Columns.parameter(start))
        .param("agency", reach.agency() == null ? null : reach.agency().value())
        .param("site", reach.site())
        .update();
    return jdbc.sql(OrderSql.MOVE).param("order", order).update();
  }

  private static String shortened(String reason) {
    return reason.length() <= 1900 ? reason : reason.substring(0, 1900);
  }

  /** The orders of a day the reader may see, newest first. */
  @Transactional(readOnly = true)
  public List<DayOrder> all(OperationId operation, UUID day) {
    return jdbc.sql(OrderSql.ORDERS)
        .param("operation", operation.value())
        .param("day", day)
        .query(DayOrders::order)
        .list();
  }

  private static DayOrder order(ResultSet row, int number) throws SQLException {
    UUID agency = row.getObject("agency_id", UUID.class);
    return new DayOrder(
        Columns.uuid(row, "id"),
        agency == null ? null : new AgencyId(agency),
        row.getString("country"),
        row.getObject("site_id", UUID.class),
        row.getString("site_number"),
        OrderKind.of(row.getString("kind")),
        Columns.instantOrNull(row, "start_at"),
        row.getString("orderer"),
        Columns.instant(row, "ordered_at"),
        row.getString("reason"),
        row.getString("leak_kind"),
        row.getLong("sequence"));
  }
}
