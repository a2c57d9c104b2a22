package dev.cordon.action;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Action days, their sites and warrants. An officer plans and sees only the own agency's sites. */
@Service
@Transactional
public class ActionDays {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Approvals approvals;

  ActionDays(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ApplicationEventPublisher events,
      Approvals approvals) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.events = events;
    this.approvals = approvals;
  }

  /** Plans a day or a span of days with the usual limits; for the coordinator. */
  public UUID plan(OperationId operation, String name, LocalDate startsOn, LocalDate endsOn) {
    return plan(operation, name, startsOn, endsOn, DayLimits.USUAL);
  }

  /** Plans a day or a span of days; for the coordinator. */
  public UUID plan(
      OperationId operation, String name, LocalDate startsOn, LocalDate endsOn, DayLimits limits) {
    access.require(operation, Area.ACTION, Right.CALL_DAY);
    if (endsOn.isBefore(startsOn)) {
      throw new RefusedException("The action day ends " + endsOn + ", before it starts.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(ActionSql.ADD_DAY)
        .param("id", id)
        .param("operation", operation.value())
        .param("name", name)
        .param("startsOn", startsOn)
        .param("endsOn", endsOn)
        .param("overdue", limits.overdueMinutes())
        .param("silent", limits.silentMinutes())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(Entry.of(operation, Act.DECISION, "action-day", "planned " + name).touching(id));
    return id;
  }

  /** Plans a site; for the coordinator, and for officers of the acting agency. */
  public UUID addSite(OperationId operation, UUID day, NewSite site) {
    access.require(operation, Area.ACTION, Right.WRITE);
    List<ZoneOffset> offsets = site.zone().getRules().getValidOffsets(site.plannedAt());
    if (offsets.size() != 1) {
      throw new RefusedException(
          site.plannedAt()
              + (offsets.isEmpty() ? " does not exist in " : " happens twice in ")
              + site.zone()
              + " because the clocks change; choose another time.");
    }
    find(operation, day).ifPresent(ActionDays::requireNotAborted);
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql(ActionSql.ADD_SITE)
            .param("id", id)
            .param("operation", operation.value())
            .param("day", day)
            .param("agency", site.agency().value())
            .param("label", site.label())
            .param("zone", site.zone().getId())
            .param("plannedAt", site.plannedAt().atOffset(offsets.getFirst()))
            .param("packageSubject", site.packageSubject())
            .param("receivedSubject", site.receivedSubject())
            .param("member", currentMember.member().value())
            .update();
    if (added == 0) {
      throw new NotPermittedException();
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "site", "planned " + site.label()).touching(id));
    events.publishEvent(new BoardChanged(operation, site.agency()));
    return id;
  }

  /** Records a warrant for a site. */
  public UUID addWarrant(OperationId operation, UUID site, Warrant warrant) {
    access.require(operation, Area.ACTION, Right.WRITE);
    AgencyId agency = agencyOf(operation, site);
    if (!warrant.validUntil().isAfter(warrant.validFrom())) {
      throw new RefusedException("The warrant ends before it begins.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(ActionSql.ADD_WARRANT)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("site", site)
        .param("kind", warrant.kind().name().toLowerCase(Locale.ROOT))
        .param("issuedBy", warrant.issuedBy())
        .param("reference", warrant.reference())
        .param("validFrom", Columns.parameter(warrant.validFrom()))
        .param("validUntil", Columns.parameter(warrant.validUntil()))
        .param("legalReference", warrant.legalReference())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.COLLECTION, "warrant", "recorded " + warrant.reference())
            .touching(id, site));
    return id;
  }

  /** Asks for an action day to be called off; another coordinator approves it. */
  public ApprovalId askAbort(OperationId operation, UUID day, String reason) {
    return approvals.ask(operation, ActKind.ACTION_ABORT, day.toString(), reason);
  }

  /** The team has entered; refused when the day was called off. */
  public void start(OperationId operation, UUID site, Instant at) {
    if (isAborted(operation, site)) {
      throw new RefusedException(
          "The action day of this site was called off: the site is not to be entered.");
    }
    change(operation, site, at, ActionSql.START_SITE, "site-start", "has started already");
  }

  /** The team has left. */
  public void end(OperationId operation, UUID site, Instant at) {
    change(
        operation,
        site,
        at,
        ActionSql.END_SITE,
        "site-end",
        "has not started by then or has ended");
  }

  private void change(
      OperationId operation, UUID site, Instant at, String sql, String what, String otherwise) {
    access.require(operation, Area.ACTION, Right.WRITE);
    AgencyId agency = agencyOf(operation, site);
    int changed =
        jdbc.sql(sql)
            .param("operation", operation.value())
            .param("site", site)
            .param("at", Columns.parameter(at))
            .update();
    if (changed == 0) {
      throw new RefusedException("The site " + otherwise + ".");
    }
    ledger.append(Entry.of(operation, Act.COLLECTION, what, "at " + at).touching(site));
    events.publishEvent(new BoardChanged(operation, agency));
  }

  private AgencyId agencyOf(OperationId operation, UUID site) {
    return jdbc.sql(ActionSql.SITE)
        .param("operation", operation.value())
        .param("site", site)
        .query((row, number) -> new AgencyId(Columns.uuid(row, "agency_id")))
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  private boolean isAborted(OperationId operation, UUID site) {
    return jdbc.sql(ActionSql.SITE)
        .param("operation", operation.value())
        .param("site", site)
        .query((row, number) -> row.getObject("aborted_at") != null)
        .optional()
        .orElse(false);
  }

  /** One action day, called off or not; its sites are those that have not started. */
  @Transactional(readOnly = true)
  public ActionDay get(OperationId operation, UUID day) {
    return find(operation, day).orElseThrow(NotPermittedException::new);
  }

  private Optional<ActionDay> find(OperationId operation, UUID day) {
    return jdbc.sql(ActionSql.DAY)
        .param("operation", operation.value())
        .param("day", day)
        .query(ActionRows::day)
        .optional();
  }

  private static void requireNotAborted(ActionDay day) {
    if (day.abortedAt() != null) {
      throw new RefusedException("The action day " + day.name() + " was called off already.");
    }
  }

  /**
   * One action day that still stands; its sites are those that have not started.
   *
   * @throws RefusedException when it was called off
   */
  public ActionDay standing(OperationId operation, UUID day) {
    ActionDay found = find(operation, day).orElseThrow(NotPermittedException::new);
    requireNotAborted(found);
    return found;
  }

  /** The action days of the operation. */
  @Transactional(readOnly = true)
  public List<ActionDay> all(OperationId operation) {
    return jdbc.sql(ActionSql.DAYS)
        .param("operation", operation.value())
        .query(ActionRows::day)
        .list();
  }

  /** One page of the sites of a day the reader may see. */
  @Transactional(readOnly = true)
  public Page<Site> sites(OperationId operation, UUID day, int page) {
    return new Page<>(
        jdbc.sql(ActionSql.SITES)
            .param("operation", operation.value())
            .param("day", day)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ActionRows::site)
            .list(),
        page,
        jdbc.sql(ActionSql.COUNT_SITES)
            .param("operation", operation.value())
            .param("day", day)
            .query(Long.class)
            .single());
  }
}
