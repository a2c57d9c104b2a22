package dev.cordon.access;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
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

  /** Adds one that serves a whole country; for the administrator. */
  @Transactional
  public Agency add(String name, String country) {
    return add(name, country, null);
  }

  /**
   * Adds one; for the administrator.
   *
   * @param division the part of the country it serves, such as {@code GB-SCT}; null: all of it
   * @throws RefusedException for a part of another country, and a name that is taken
   */
  @Transactional
  public Agency add(String name, String country, @Nullable String division) {
    access.requireAdministrator();
    if (division != null && !division.matches(country + "-[A-Z0-9]{1,6}")) {
      throw new RefusedException(division + " is no part of " + country + ".");
    }
    Agency agency =
        new Agency(
            AgencyId.random(), name.strip(), country, division == null ? country : division, false);
    try {
      jdbc.sql(AccessSql.ADD_AGENCY)
          .param("id", agency.id().value())
          .param("name", agency.name())
          .param("country", country)
          .param("division", division)
          .update();
    } catch (DuplicateKeyException taken) {
      throw new RefusedException("There is an agency of the name " + agency.name() + " already.");
    }
    events.publishEvent(new AgencyAdded(agency.id()));
    return agency;
  }

  /** Closes one, for good: nothing is handed to it from then on. For the administrator. */
  @Transactional
  public void close(AgencyId id) {
    access.requireAdministrator();
    boolean closed =
        Boolean.TRUE.equals(
            jdbc.sql(AccessSql.CLOSE_AGENCY).param("id", id.value()).query(Boolean.class).single());
    if (!closed) {
      throw new RefusedException("There is no open agency of that id; it may be closed already.");
    }
    events.publishEvent(new AgencyClosed(id));
  }

  /** One, if the member may know it. */
  @Transactional(readOnly = true)
  public Optional<Agency> find(AgencyId id) {
    return jdbc.sql(AccessSql.AGENCY).param("id", id.value()).query(Agencies::agency).optional();
  }

  /** Those the member may know, by country and name. */
  @Transactional(readOnly = true)
  public List<Agency> all() {
    return jdbc.sql(AccessSql.AGENCIES).query(Agencies::agency).list();
  }

  /** One page of those the member may know. */
  @Transactional(readOnly = true)
  public Page<Agency> page(int page) {
    return new Page<>(
        jdbc.sql(AccessSql.AGENCY_PAGE)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Agencies::agency)
            .list(),
        page,
        jdbc.sql(AccessSql.COUNT_AGENCIES).query(Long.class).single());
  }

  private static Agency agency(ResultSet row, int number) throws SQLException {
    return new Agency(
        new AgencyId(Columns.uuid(row, "id")),
        row.getString("name"),
        row.getString("country"),
        row.getString("jurisdiction"),
        row.getBoolean("closed"));
  }
}
