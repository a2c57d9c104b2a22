package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.Places;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of each site: place, person, risks, authority, who stands by. */
@Service
@Transactional
public class SitePlans {

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;

  SitePlans(JdbcClient jdbc, Access access, Ledger ledger, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
    this.events = events;
  }

  /** One site the reader may see; reading its plan is an entry. */
  public PlannedSite get(OperationId operation, UUID site) {
    PlannedSite found =
        jdbc.sql(PlanSql.SITE)
            .param("operation", operation.value())
            .param("site", site)
            .query((row, number) -> read(operation, row))
            .optional()
            .orElseThrow(NotPermittedException::new);
    if (found.plan() != null) {
      ledger.append(
          Entry.of(
                  operation,
                  Act.CONSULTATION,
                  "site-plan",
                  "read the plan of site " + found.number())
              .touching(site));
    }
    return found;
  }

  private PlannedSite read(OperationId operation, ResultSet row) throws SQLException {
    UUID site = Columns.uuid(row, "id");
    ZoneId zone = ZoneId.of(row.getString("time_zone"));
    Instant planned = Columns.instant(row, "planned_at");
    return new PlannedSite(
        site,
        Columns.uuid(row, "action_day_id"),
        new dev.cordon.access.AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("agency_name"),
        row.getString("number"),
        row.getString("label"),
        row.getString("country"),
        zone,
        planned,
        planned.atZone(zone).toOffsetDateTime(),
        row.getString("team_name"),
        row.getString("authority"),
        row.getString("legal_reference"),
        row.getString("subject_number"),
        row.getObject("package_subject_id", UUID.class),
        row.getObject("package_id", UUID.class),
        row.getObject("received_subject_id", UUID.class),
        row.getObject("received_id", UUID.class),
        plan(operation, site).orElse(null),
        jdbc.sql(PlanSql.SHARED)
            .param("operation", operation.value())
            .param("site", site)
            .query(Boolean.class)
            .optional()
            .orElse(false),
        warrants(operation, site),
        support(operation, site));
  }

  private Optional<SitePlan> plan(OperationId operation, UUID site) {
    return jdbc.sql(PlanSql.PLAN)
        .param("operation", operation.value())
        .param("site", site)
        .query((row, number) ->
            new SitePlan(
                row.getString("address_line"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("person"),
                row.getString("risks"),
                row.getString("words")))
        .optional();
  }

  private List<PlannedSite.WarrantOfSite> warrants(OperationId operation, UUID site) {
    return jdbc.sql(PlanSql.WARRANTS)
        .param("operation", operation.value())
        .param("site", site)
        .query((row, number) ->
            new PlannedSite.WarrantOfSite(
                row.getString("kind"),
                row.getString("issued_by"),
                row.getString("reference"),
                row.getString("legal_reference"),
                Columns.instant(row, "valid_from"),
                Columns.instant(row, "valid_until"),
                row.getBoolean("holds")))
        .list();
  }

  private List<PlannedSite.Support> support(OperationId operation, UUID site) {
    return jdbc.sql(PlanSql.SUPPORT)
        .param("operation", operation.value())
        .param("site", site)
        .query((row, number) ->
            new PlannedSite.Support(
                row.getString("kind"),
                row.getString("service"),
                row.getString("reached"),
                Columns.instantOrNull(row, "informed_at")))
        .list();
  }

  private record Owner(UUID agency, UUID day, String number) {}

  private Owner owner(OperationId operation, UUID site) {
    return jdbc.sql(PlanSql.SITE)
        .param("operation", operation.value())
        .param("site", site)
        .query((row, number) ->
            new Owner(
                Columns.uuid(row, "agency_id"),
                Columns.uuid(row, "action_day_id"),
                row.getString("number")))
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** Writes the plan of an own site anew; the one before stays on record. */
  public void write(OperationId operation, UUID site, SitePlan plan) {
    access.require(operation, Area.ACTION_PLANS, Right.WRITE);
    Owner owner = owner(operation, site);
    jdbc.sql(PlanSql.ADD_PLAN)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("agency", owner.agency())
        .param("day", owner.day())
        .param("site", site)
        .param("line", plan.line())
        .param("postcode", plan.postcode())
        .param("city", plan.city())
        .param("person", plan.person())
        .param("risks", plan.risks())
        .param("words", plan.words())
        .param("place", Places.digest(operation, plan.line(), plan.postcode()).orElse(null))
        .param("personDigest", Places.digest(operation, plan.person()).orElse(null))
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "site-plan", "planned site " + owner.number())
            .touching(site));
  }

  /** Says which team goes, who ordered it and on which provision; what is null stays. */
  public void order(
      OperationId operation,
      UUID site,
      @Nullable UUID team,
      @Nullable String authority,
      @Nullable String legalReference) {
    access.require(operation, Area.ACTION, Right.WRITE);
    Owner owner = owner(operation, site);
    jdbc.sql(PlanSql.ORDER_SITE)
        .param("operation", operation.value())
        .param("site", site)
        .param("team", team, java.sql.Types.OTHER)
        .param("authority", authority, java.sql.Types.VARCHAR)
        .param("legalReference", legalReference, java.sql.Types.VARCHAR)
        .update();
    ledger.append(
        Entry.of(
                operation,
                Act.DECISION,
                "site-team",
                "team and authority of site " + owner.number())
            .touching(site));
    events.publishEvent(
        new DayChanged(
            operation, owner.day(), Optional.of(new dev.cordon.access.AgencyId(owner.agency()))));
  }

  /** Shares the plan of an own site with the coordinators, or no longer. */
  public void share(OperationId operation, UUID site, boolean shares, String reason) {
    access.require(operation, Area.ACTION_PLANS, Right.WRITE);
    Owner owner = owner(operation, site);
    jdbc.sql(PlanSql.SHARE)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("agency", owner.agency())
        .param("day", owner.day())
        .param("site", site)
        .param("shares", shares)
        .param("reason", reason)
        .update();
    ledger.append(
        Entry.of(operation, shares ? Act.DISCLOSURE : Act.DECISION, "site-share", reason)
            .touching(site));
  }

  /** Names who stands by at a site for victims or for children. */
  public void support(
      OperationId operation,
      UUID site,
      String kind,
      String service,
      String reached,
      @Nullable Instant informedAt) {
    access.require(operation, Area.ACTION, Right.WRITE);
    Owner owner = owner(operation, site);
    jdbc.sql(PlanSql.ADD_SUPPORT)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("agency", owner.agency())
        .param("day", owner.day())
        .param("site", site)
        .param("kind", kind)
        .param("service", service)
        .param("reached", reached)
        .param("informed", informedAt == null ? null : Columns.parameter(informedAt))
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "site-support", "named who stands by").touching(site));
  }
}
