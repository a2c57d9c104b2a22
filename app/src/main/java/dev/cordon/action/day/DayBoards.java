package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The board of a day as its reader may see it, now or as it was at any minute. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class DayBoards {

  private final JdbcClient jdbc;
  private final DayOrders orders;

  DayBoards(JdbcClient jdbc, DayOrders orders) {
    this.jdbc = jdbc;
    this.orders = orders;
  }

  /** How a replay places reports. */
  public enum Replay {
    /** As things happened, by what the reports say. */
    HAPPENED,
    /** As they were known: a report counts from when it was received. */
    KNOWN
  }

  /**
   * The board now.
   *
   * @throws NotPermittedException when the reader may not know of the day
   */
  public DayBoard now(OperationId operation, UUID day) {
    Instant now = Instant.now();
    return assembly(operation, day, orders.all(operation, day), now).of(plannedNow(operation, day));
  }

  /**
   * The sites of which the reader may know nothing, in one word: readers of one agency with the
   * same word read the same board.
   *
   * @throws NotPermittedException when the reader may not know of the day
   */
  String hiddenSites(OperationId operation, UUID day) {
    return jdbc.sql(BoardSql.HIDDEN)
        .param("operation", operation.value())
        .param("day", day)
        .query(String.class)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** The board as it was. */
  public DayBoard at(OperationId operation, UUID day, Instant moment, Replay replay) {
    Map<UUID, List<DayReport>> bySite = new HashMap<>();
    jdbc
        .sql(ReportSql.OF_DAY)
        .param("operation", operation.value())
        .param("day", day)
        .query(ReportRows::report)
        .list()
        .stream()
        .filter(report ->
            !(replay == Replay.KNOWN ? report.receivedAt() : report.placedAt()).isAfter(moment))
        .forEach(
            report -> bySite.computeIfAbsent(report.site(), any -> new ArrayList<>()).add(report));
    Map<UUID, SiteFigures> figures = new HashMap<>();
    bySite.forEach((site, reports) -> figures.put(site, SiteFigures.of(SiteRecord.of(reports))));
    List<DayOrder> then =
        orders.all(operation, day).stream().filter(order -> !order.at().isAfter(moment)).toList();
    return assembly(operation, day, then, moment)
        .of(plannedThen(operation, day, figures, moment, replay));
  }

  private BoardAssembly assembly(
      OperationId operation, UUID day, List<DayOrder> given, Instant now) {
    BoardAssembly.Day about =
        jdbc.sql(BoardSql.DAY)
            .param("operation", operation.value())
            .param("day", day)
            .query((row, number) ->
                new BoardAssembly.Day(
                    Columns.uuid(row, "id"),
                    row.getString("name"),
                    Duration.ofMinutes(row.getInt("overdue_minutes")),
                    Duration.ofMinutes(row.getInt("silent_minutes")),
                    Columns.instantOrNull(row, "aborted_at")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    Map<String, BoardAssembly.Welfare> welfare = new HashMap<>();
    jdbc.sql(BoardSql.WELFARE)
        .param("operation", operation.value())
        .param("day", day)
        .param("now", Columns.parameter(now))
        .query(row -> {
          welfare.put(
              row.getString("country"),
              new BoardAssembly.Welfare(row.getLong("open"), row.getLong("overdue")));
        });
    Map<String, String> waits = new HashMap<>();
    jdbc.sql(BoardSql.WAITS)
        .param("operation", operation.value())
        .param("day", day)
        .query(row -> {
          waits.put(row.getString("country"), row.getString("words"));
        });
    return new BoardAssembly(about, given, welfare, waits, now);
  }

  private List<BoardAssembly.Planned> plannedNow(OperationId operation, UUID day) {
    return sites(operation, day, null, false)
        .query((row, number) -> planned(row, SiteFigures.of(row)))
        .list();
  }

  private List<BoardAssembly.Planned> plannedThen(
      OperationId operation,
      UUID day,
      Map<UUID, SiteFigures> reported,
      Instant moment,
      Replay replay) {
    return sites(operation, day, moment, replay == Replay.KNOWN)
        .query((row, number) ->
            planned(
                row,
                row.getBoolean("told")
                    ? SiteFigures.of(row)
                    : reported.getOrDefault(Columns.uuid(row, "id"), SiteFigures.NONE)))
        .list();
  }

  private JdbcClient.StatementSpec sites(
      OperationId operation, UUID day, @Nullable Instant moment, boolean known) {
    return jdbc.sql(BoardSql.SITES)
        .param("operation", operation.value())
        .param("day", day)
        .param("moment", moment == null ? null : Columns.parameter(moment))
        .param("known", known);
  }

  private static BoardAssembly.Planned planned(ResultSet row, SiteFigures figures)
      throws SQLException {
    return new BoardAssembly.Planned(
        Columns.uuid(row, "id"),
        row.getString("number"),
        new AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("country"),
        ZoneId.of(row.getString("time_zone")),
        Columns.instant(row, "planned_at"),
        figures);
  }
}
