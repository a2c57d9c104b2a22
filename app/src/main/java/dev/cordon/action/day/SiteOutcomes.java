package dev.cordon.action.day;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.correspondence.Decisions;
import dev.cordon.dispatch.Outcome;
import dev.cordon.dispatch.Outcomes;
import dev.cordon.dispatch.PackageId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the sender of a package what came of its subject at a site: on this server, or by a signed
 * message to the server the package came from.
 */
@Service
@Transactional
public class SiteOutcomes {

  private static final List<Outcome> TOLD =
      List.of(Outcome.SEARCHED, Outcome.ARRESTED, Outcome.EXHIBITS, Outcome.NOT_IDENTIFIED);

  private static final String CHOICES =
      """
      select 'package' as way, d.id, d.subject_number as number, g.number as package_number
      from cordon.dispatched_subject d join cordon.package g on g.id = d.package_id
      where d.operation_id = :operation and d.agency_id = :agency
      union all
      select 'received', r.id, r.number, g.number from cordon.received_subject r
      join cordon.received_package g on g.id = r.received_id
      where r.operation_id = :operation and r.agency_id = :agency
      order by number, package_number, id limit 500
      """;

  private static final String ITEMS =
      """
      select coalesce((select items from cordon.site_state where operation_id = :operation and site_id = :site), 0)
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final SitePlans sites;
  private final Outcomes outcomes;
  private final Decisions decisions;

  SiteOutcomes(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      SitePlans sites,
      Outcomes outcomes,
      Decisions decisions) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.sites = sites;
    this.outcomes = outcomes;
    this.decisions = decisions;
  }

  /**
   * A subject a site can be planned for.
   *
   * @param fromHere whether its package was made on this server
   */
  public record Choice(UUID id, boolean fromHere, String number, String packageNumber) {}

  /** The subjects of packages the own agency holds, wherever they were made. */
  @Transactional(readOnly = true)
  public List<Choice> choices(OperationId operation) {
    return currentMember
        .get()
        .agency()
        .map(agency ->
            jdbc.sql(CHOICES)
                .param("operation", operation.value())
                .param("agency", agency.value())
                .query((row, at) ->
                    new Choice(
                        row.getObject("id", UUID.class),
                        row.getString("way").equals("package"),
                        row.getString("number"),
                        row.getString("package_number")))
                .list())
        .orElseGet(List::of);
  }

  /** What the reader may tell the sender from this site; empty where there is no sender. */
  public List<Outcome> offered(OperationId operation, PlannedSite site) {
    boolean offers =
        (site.packageId() != null && access.holds(operation, Area.OUTCOMES, Right.WRITE))
            || (site.receivedId() != null
                && access.holds(operation, Area.CORRESPONDENCE, Right.WRITE));
    return offers ? TOLD : List.of();
  }

  /**
   * Tells it, for good.
   *
   * @throws RefusedException when the site was planned for no subject of a package
   */
  public void tell(OperationId operation, UUID site, Outcome outcome) {
    PlannedSite about = sites.get(operation, site);
    String note = "site " + about.number();
    UUID received = about.receivedId();
    UUID made = about.packageId();
    if (!TOLD.contains(outcome) || (received == null && made == null)) {
      throw new RefusedException("This site was planned for no subject of a package.");
    }
    if (received != null) {
      Integer amount = outcome == Outcome.EXHIBITS ? items(operation, site) : null;
      UUID unused =
          decisions.decide(operation, received, about.receivedSubject(), outcome, amount, note);
      return;
    }
    if (made != null) {
      outcomes.report(operation, new PackageId(made), about.packageSubject(), outcome, note);
    }
  }

  private int items(OperationId operation, UUID site) {
    return jdbc.sql(ITEMS)
        .param("operation", operation.value())
        .param("site", site)
        .query(Integer.class)
        .single();
  }
}
