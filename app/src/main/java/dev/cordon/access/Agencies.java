package dev.cordon.access;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agencies of this installation, as far as the member may know them. */
@Service
public class Agencies {

  private final JdbcClient jdbc;
  private final Access access;
  private final ApplicationEventPublisher events;

  Agencies(JdbcClient jdbc, Access access, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.events = events;
  }

  /** Adds one; for the administrator. */
  @Transactional
  public Agency add(String name, String country) {
    access.requireAdministrator();
    Agency agency = new Agency(AgencyId.random(), name.strip(), country);
    jdbc.sql(AccessSql.ADD_AGENCY)
        .param("id", agency.id().value())
        .param("name", agency.name())
        .param("country", country)
        .update();
    events.publishEvent(new AgencyAdded(agency.id()));
    return agency;
  }

  /** Those the member may know, by country and name. */
  @Transactional(readOnly = true)
  public List<Agency> all() {
    return jdbc.sql(AccessSql.AGENCIES)
        .query((row, number) ->
            new Agency(
                new AgencyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("country")))
        .list();
  }
}
