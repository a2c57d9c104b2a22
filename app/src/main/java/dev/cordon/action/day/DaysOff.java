package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Days on which offices are shut: the operation's own list, each with the source it was taken from.
 */
@Service
@Transactional
public class DaysOff {

  private static final String ADD =
      """
      insert into cordon.holiday (id, operation_id, agency_id, on_day, name, source, added_by)
      values (:id, :operation, :agency, :on, :name, :source, cordon.current_member())
      on conflict (operation_id, agency_id, on_day) do nothing
      """;
  private static final String NEAR =
      """
      select h.on_day, h.name, h.source, a.name as agency_name, a.country
      from cordon.holiday h join cordon.agency a on a.id = h.agency_id
      where h.operation_id = :operation and h.on_day between :from and :to order by h.on_day, a.country, h.id limit 200
      """;
  private static final int DAYS_AROUND = 31;

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;

  DaysOff(JdbcClient jdbc, Access access, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
  }

  /** A day off of an agency, and where that was read. */
  public record DayOff(
      LocalDate on, String name, String source, String country, String agencyName) {}

  /**
   * Adds a day for an agency.
   *
   * @throws RefusedException when the list holds that day for the agency
   */
  public void add(
      OperationId operation, AgencyId agency, LocalDate on, String name, String source) {
    access.require(operation, Area.ACTION, Right.WRITE);
    int added =
        jdbc.sql(ADD)
            .param("id", UUID.randomUUID())
            .param("operation", operation.value())
            .param("agency", agency.value())
            .param("on", on)
            .param("name", name)
            .param("source", source)
            .update();
    if (added == 0) {
      throw new RefusedException("The list holds a day off on " + on + " for that agency.");
    }
    ledger.append(
        Entry.of(operation, Act.COLLECTION, "holiday", on + " " + name + ", from " + source)
            .touching(agency));
  }

  /** The days off within a month around a span of days, as far as the reader may see them. */
  @Transactional(readOnly = true)
  public List<DayOff> near(OperationId operation, LocalDate from, LocalDate to) {
    return jdbc.sql(NEAR)
        .param("operation", operation.value())
        .param("from", from.minusDays(DAYS_AROUND))
        .param("to", to.plusDays(DAYS_AROUND))
        .query((row, number) ->
            new DayOff(
                Columns.day(row, "on_day"),
                row.getString("name"),
                row.getString("source"),
                row.getString("country"),
                row.getString("agency_name")))
        .list();
  }
}
