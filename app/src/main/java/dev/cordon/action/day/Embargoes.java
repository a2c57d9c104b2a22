package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.ActionDays;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may know that a day is planned, until when. The database keeps it from everybody else: the
 * day, its sites, their warrants and plans, orders and reports are not there for them.
 */
@Service
@Transactional
public class Embargoes {

  private final JdbcClient jdbc;
  private final Access access;
  private final ActionDays days;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;

  Embargoes(
      JdbcClient jdbc,
      Access access,
      ActionDays days,
      Ledger ledger,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.days = days;
    this.ledger = ledger;
    this.events = events;
  }

  /** One word about the embargo. */
  public record Said(
      @Nullable Instant until,
      @Nullable Instant figuresUntil,
      String reason,
      String by,
      Instant at) {}

  /** Who may know. */
  public record Reader(String name, boolean wholeAgency, boolean may, Instant at) {}

  /** A line for the press, and whether its hour is still to come. */
  public record PressLine(String words, Instant until, boolean waits) {}

  /**
   * Sets the embargo of a day, or ends it.
   *
   * @param until for everybody not named; null: no longer
   * @param figuresUntil until when no figures of the operation are published; null: they may be
   */
  public void set(
      OperationId operation,
      UUID day,
      @Nullable Instant until,
      @Nullable Instant figuresUntil,
      String reason) {
    access.require(operation, Area.ACTION, Right.CALL_DAY);
    days.get(operation, day);
    jdbc.sql(PlanSql.EMBARGO)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("day", day)
        .param("until", until == null ? null : Columns.parameter(until))
        .param("figuresUntil", figuresUntil == null ? null : Columns.parameter(figuresUntil))
        .param("reason", reason)
        .update();
    ledger.append(Entry.of(operation, Act.DECISION, "day-embargo", reason).touching(day));
    events.publishEvent(new DayChanged(operation, day, Optional.empty()));
  }

  /** Lets a member, or all of an agency, know of a day under embargo; or no longer. */
  public void name(
      OperationId operation,
      UUID day,
      @Nullable AgencyId agency,
      @Nullable MemberId member,
      boolean may) {
    access.require(operation, Area.ACTION, Right.CALL_DAY);
    days.get(operation, day);
    if ((agency == null) == (member == null)) {
      throw new RefusedException("Name a member or an agency, one of the two.");
    }
    jdbc.sql(PlanSql.READER)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("day", day)
        .param("agency", agency == null ? null : agency.value())
        .param("member", member == null ? null : member.value())
        .param("may", may)
        .update();
    ledger.append(
        Entry.of(
                operation,
                may ? Act.DISCLOSURE : Act.DECISION,
                "day-reader",
                may ? "may know of the day" : "may no longer know of the day")
            .touching(
                day, agency == null ? Objects.requireNonNull(member).value() : agency.value()));
    events.publishEvent(new DayChanged(operation, day, Optional.empty()));
  }

  /** Writes an entry that a day under embargo was read; nothing where none stands. */
  public @Nullable Instant read(OperationId operation, UUID day) {
    Instant until =
        jdbc.sql(PlanSql.EMBARGOED)
            .param("day", day)
            .query(
                (row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "embargoed_until")))
            .single()
            .orElse(null);
    if (until != null) {
      ledger.append(
          Entry.of(operation, Act.CONSULTATION, "embargoed-day", "read a day under embargo")
              .touching(day));
    }
    return until;
  }

  /** What was said of the embargo, newest first; empty for who may not know. */
  @Transactional(readOnly = true)
  public List<Said> said(OperationId operation, UUID day) {
    return jdbc.sql(PlanSql.EMBARGOES)
        .param("operation", operation.value())
        .param("day", day)
        .query((row, number) ->
            new Said(
                Columns.instantOrNull(row, "until"),
                Columns.instantOrNull(row, "figures_until"),
                row.getString("reason"),
                row.getString("setter"),
                Columns.instant(row, "set_at")))
        .list();
  }

  /** Who was named. */
  @Transactional(readOnly = true)
  public List<Reader> readers(OperationId operation, UUID day) {
    return jdbc.sql(PlanSql.READERS)
        .param("operation", operation.value())
        .param("day", day)
        .query((row, number) -> {
          String agency = row.getString("agency_name");
          return new Reader(
              agency == null
                  ? Objects.requireNonNullElse(row.getString("display_name"), "a member")
                  : agency,
              agency != null,
              row.getBoolean("may"),
              Columns.instant(row, "named_at"));
        })
        .list();
  }

  /** Writes a line for the press that officers read from its hour on. */
  public void pressLine(OperationId operation, UUID day, String words, Instant until) {
    access.require(operation, Area.ACTION, Right.CALL_DAY);
    UUID id = UUID.randomUUID();
    jdbc.sql(PlanSql.ADD_PRESS_LINE)
        .param("id", id)
        .param("operation", operation.value())
        .param("day", day)
        .param("words", words)
        .param("until", Columns.parameter(until))
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "press-line", "not before " + until).touching(id, day));
  }

  /** The lines for the press the reader may see. */
  @Transactional(readOnly = true)
  public List<PressLine> pressLines(OperationId operation, UUID day) {
    return jdbc.sql(PlanSql.PRESS_LINES)
        .param("operation", operation.value())
        .param("day", day)
        .query((row, number) ->
            new PressLine(
                row.getString("words"), Columns.instant(row, "until"), row.getBoolean("waits")))
        .list();
  }
}
