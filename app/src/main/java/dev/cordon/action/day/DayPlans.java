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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Readiness, what clashes, and who waits for whom. */
@Service
@Transactional
public class DayPlans {

  private static final Set<String> STATES = Set.of("yes", "no", "not_needed");
  private static final Duration CLOCKS_NEAR = Duration.ofHours(36);

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final Checklist checklist;

  DayPlans(JdbcClient jdbc, Access access, Ledger ledger, Checklist checklist) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
    this.checklist = checklist;
  }

  private record Answer(String state, @Nullable String words) {}

  /** Who waits for whom, as far as the reader may know. */
  public record Dependency(String country, String agency, String words, @Nullable String before) {}

  /** How ready each agency is that the reader may see. */
  @Transactional(readOnly = true)
  public List<Readiness> readiness(OperationId operation, UUID day) {
    Map<UUID, Map<String, Answer>> answers = new HashMap<>();
    jdbc.sql(PlanSql.ANSWERS)
        .param("operation", operation.value())
        .param("day", day)
        .query(row -> {
          answers
              .computeIfAbsent(Columns.uuid(row, "agency_id"), any -> new HashMap<>())
              .put(
                  row.getString("item"),
                  new Answer(row.getString("state"), row.getString("words")));
        });
    return jdbc.sql(PlanSql.AGENCIES)
        .param("operation", operation.value())
        .param("day", day)
        .query((row, number) ->
            readiness(row, answers.getOrDefault(Columns.uuid(row, "agency_id"), Map.of())))
        .list();
  }

  private Readiness readiness(ResultSet row, Map<String, Answer> answers) throws SQLException {
    List<Readiness.Line> lines = new ArrayList<>();
    for (Checklist.Item item : checklist.items()) {
      Answer answer = answers.get(item.key());
      lines.add(
          new Readiness.Line(
              item.key(),
              item.words(),
              answer == null ? null : answer.state(),
              answer == null ? null : answer.words(),
              item.counts() == null ? null : row.getLong(item.counts())));
    }
    return new Readiness(
        new AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("name"),
        row.getString("country"),
        row.getLong("sites"),
        lines);
  }

  /** Answers one line of the checklist for an agency. */
  public void answer(
      OperationId operation,
      UUID day,
      AgencyId agency,
      String item,
      String state,
      @Nullable String words) {
    access.require(operation, Area.ACTION, Right.WRITE);
    if (!checklist.has(item) || !STATES.contains(state)) {
      throw new RefusedException("The checklist has no such line, or no such answer.");
    }
    jdbc.sql(PlanSql.ANSWER)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("day", day)
        .param("item", item)
        .param("state", state)
        .param("words", words)
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "readiness", item + ": " + state).touching(day));
  }

  /** What a person should look at before the day. */
  @Transactional(readOnly = true)
  public List<PlanWarning> warnings(OperationId operation, UUID day) {
    List<PlanWarning> warnings = new ArrayList<>();
    jdbc.sql(PlanSql.CONFLICTS)
        .param("day", day)
        .query(row -> {
          String other = row.getString("other_number");
          warnings.add(
              new PlanWarning(
                  Columns.uuid(row, "site_id"),
                  row.getString("number"),
                  row.getString("what"),
                  "the same %s is planned a second time%s"
                      .formatted(
                          row.getString("what"),
                          other == null ? ": ask the coordinator" : ", as site " + other)));
        });
    jdbc.sql(PlanSql.TIMES)
        .param("operation", operation.value())
        .param("day", day)
        .query(row -> {
          addTimes(warnings, row);
        });
    return warnings;
  }

  private static void addTimes(List<PlanWarning> warnings, ResultSet row) throws SQLException {
    UUID site = Columns.uuid(row, "id");
    String number = row.getString("number");
    if (!row.getBoolean("holds") && row.getObject("started_at") == null) {
      warnings.add(
          new PlanWarning(
              site,
              number,
              "warrant",
              row.getBoolean("has_warrant")
                  ? "no search warrant is valid at the planned time"
                  : "no search warrant is recorded"));
    }
    ZonedDateTime planned =
        Columns.instant(row, "planned_at").atZone(ZoneId.of(row.getString("time_zone")));
    String clocks = clockChange(planned);
    if (clocks != null) {
      warnings.add(new PlanWarning(site, number, "clocks", clocks));
    }
    String holiday = row.getString("holiday");
    if (holiday != null) {
      warnings.add(new PlanWarning(site, number, "holiday", "a day off there: " + holiday));
    }
  }

  /** A change of the clocks near the planned time: alarm clocks and shift plans may be wrong. */
  private static @Nullable String clockChange(ZonedDateTime planned) {
    ZoneOffsetTransition next =
        planned.getZone().getRules().nextTransition(planned.toInstant().minus(CLOCKS_NEAR));
    if (next == null || next.getInstant().isAfter(planned.toInstant().plus(CLOCKS_NEAR))) {
      return null;
    }
    return "the clocks change there on %s from %s to %s"
        .formatted(
            next.getDateTimeBefore().toLocalDate(),
            next.getDateTimeBefore().toLocalTime(),
            next.getDateTimeAfter().toLocalTime());
  }

  /**
   * Says that an agency waits.
   *
   * @param words what the waiting agency reads: "not before Denmark", or no more than "not before
   *     the word of the coordinator"
   * @param before whom it waits for; only the lead reads it
   */
  public void waitsFor(
      OperationId operation, UUID day, AgencyId agency, String words, AgencyId before) {
    access.require(operation, Area.ACTION, Right.CALL_DAY);
    if (agency.equals(before)) {
      throw new RefusedException("An agency can not wait for itself.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(PlanSql.ADD_DEPENDENCY)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("day", day)
        .param("words", words)
        .update();
    jdbc.sql(PlanSql.ADD_DEPENDENCY_ORDER)
        .param("id", id)
        .param("operation", operation.value())
        .param("day", day)
        .param("before", before.value())
        .update();
    ledger.append(Entry.of(operation, Act.DECISION, "day-dependency", words).touching(id, day));
  }

  /** Who waits for whom. */
  @Transactional(readOnly = true)
  public List<Dependency> dependencies(OperationId operation, UUID day) {
    return jdbc.sql(PlanSql.DEPENDENCIES)
        .param("operation", operation.value())
        .param("day", day)
        .query((row, number) ->
            new Dependency(
                row.getString("country"),
                row.getString("name"),
                row.getString("words"),
                row.getString("before_name")))
        .list();
  }
}
