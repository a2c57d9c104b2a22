package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.law.Jurisdiction;
import dev.cordon.law.Jurisdictions;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which agency gets which subjects. A country without rules is served by each of its agencies; one
 * with rules by the agency of the area its postcodes name, else by the national unit.
 */
@Service
@Transactional
public class Routing {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final Agencies agencies;
  private final Jurisdictions jurisdictions = Jurisdictions.shipped();

  Routing(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      Agencies agencies) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.agencies = agencies;
  }

  /** The rules that stand, country by country. */
  @Transactional(readOnly = true)
  public List<RoutingRule> rules(OperationId operation) {
    access.require(operation, Area.PACKAGES, Right.READ);
    return rules(operation, "");
  }

  /**
   * Adds a rule.
   *
   * @param division a part of the agency's country, or empty
   * @param postcodes beginnings of postcodes, apart by spaces or commas; empty: the national unit
   * @return the rule's id
   */
  public UUID add(
      OperationId operation, AgencyId agency, String division, String postcodes, String reason) {
    access.require(operation, Area.PACKAGES, Right.WRITE);
    String country =
        agencies.all().stream()
            .filter(one -> one.id().equals(agency) && !one.closed())
            .findFirst()
            .orElseThrow(NotPermittedException::new)
            .country();
    String part = division.isBlank() ? null : division.strip().toUpperCase(Locale.ROOT);
    refuseForeignPart(country, part);
    List<String> starts =
        Stream.of(postcodes.split("[\\s,;]+"))
            .map(RoutingRule::bare)
            .filter(start -> !start.isEmpty())
            .distinct()
            .toList();
    refuseTaken(rules(operation, country), part, starts);
    UUID id = UUID.randomUUID();
    jdbc.sql(RoutingSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("country", country)
        .param("division", part)
        .param("postcodes", starts.toArray(String[]::new))
        .param("agency", agency.value())
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "routing-rule", reason).touching(id).to(agency));
    return id;
  }

  private void refuseForeignPart(String country, @Nullable String part) {
    if (part != null
        && !jurisdictions
            .find(part)
            .map(Jurisdiction::country)
            .filter(country::equals)
            .isPresent()) {
      throw new RefusedException(
          "'" + part + "' is no part of " + country + " in the list of jurisdictions.");
    }
  }

  private static void refuseTaken(
      List<RoutingRule> standing, @Nullable String part, List<String> starts) {
    for (RoutingRule rule : standing) {
      for (String start : starts) {
        if (rule.postcodes().contains(start)) {
          throw new RefusedException(
              start + " goes to " + rule.agencyName() + " already; end that rule first.");
        }
      }
      if (starts.isEmpty() && rule.isNational() && Objects.equals(rule.division(), part)) {
        throw new RefusedException(
            rule.agencyName() + " is the national unit already; end that rule first.");
      }
    }
  }

  /** Ends a rule; it stays on record. */
  public void end(OperationId operation, UUID id, String reason) {
    access.require(operation, Area.PACKAGES, Right.WRITE);
    int ended =
        jdbc.sql(RoutingSql.END)
            .param("operation", operation.value())
            .param("id", id)
            .param("reason", reason)
            .param("member", currentMember.member().value())
            .update();
    if (ended == 0) {
      throw new NotPermittedException();
    }
    ledger.append(Entry.of(operation, Act.DECISION, "routing-rule-end", reason).touching(id));
  }

  /** Where subjects of a country go; one route for each. */
  @Transactional(readOnly = true)
  public Map<UUID, Route> routes(OperationId operation, String country, Collection<UUID> subjects) {
    List<RoutingRule> rules = rules(operation, country);
    Map<UUID, Route> routes = new HashMap<>();
    if (rules.isEmpty()) {
      subjects.forEach(subject ->
          routes.put(subject, new Route(subject, null, country + " has no routing rule yet.")));
      return routes;
    }
    Map<UUID, List<String>> postcodes = postcodes(operation, subjects);
    subjects.forEach(subject ->
        routes.put(subject, route(subject, rules, postcodes.getOrDefault(subject, List.of()))));
    return routes;
  }

  private Map<UUID, List<String>> postcodes(OperationId operation, Collection<UUID> subjects) {
    Map<UUID, List<String>> found = new HashMap<>();
    jdbc.sql(RoutingSql.POSTCODES)
        .param("operation", operation.value())
        .param("subjects", subjects.toArray(UUID[]::new))
        .query(row -> {
          found
              .computeIfAbsent(Columns.uuid(row, "id"), unused -> new ArrayList<>())
              .add(row.getString("value"));
        });
    return found;
  }

  static Route route(UUID subject, List<RoutingRule> rules, List<String> postcodes) {
    List<RoutingRule> areas =
        rules.stream().filter(rule -> postcodes.stream().anyMatch(rule::covers)).toList();
    List<AgencyId> served = areas.stream().map(RoutingRule::agency).distinct().toList();
    if (served.size() == 1) {
      return new Route(
          subject,
          served.getFirst(),
          "A postcode of the records lies in the area of " + areas.getFirst().agencyName() + ".");
    }
    String because =
        served.isEmpty()
            ? "No postcode of the records lies in an agency's area"
            : "Postcodes of the records lie in the areas of " + served.size() + " agencies";
    return rules.stream()
        .filter(RoutingRule::isNational)
        .findFirst()
        .map(national ->
            new Route(
                subject,
                national.agency(),
                because + ": the national unit, " + national.agencyName() + ", takes it."))
        .orElseGet(() -> new Route(subject, null, because + ", and no national unit is named."));
  }

  private List<RoutingRule> rules(OperationId operation, String country) {
    return jdbc.sql(RoutingSql.STANDING)
        .param("operation", operation.value())
        .param("country", country)
        .query((row, number) ->
            new RoutingRule(
                Columns.uuid(row, "id"),
                row.getString("country"),
                row.getString("division"),
                Columns.texts(row, "postcodes"),
                new AgencyId(Columns.uuid(row, "recipient_id")),
                row.getString("agency_name"),
                row.getString("reason"),
                Objects.requireNonNullElse(row.getString("display_name"), ""),
                Columns.instant(row, "added_at")))
        .list();
  }
}
