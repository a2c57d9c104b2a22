package dev.cordon.action;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovedAct;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.web.Display;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calling an action day off: asked for by a coordinator, approved by another, for good. */
@Component
class ActionAbort implements ApprovedAct {

  private final JdbcClient jdbc;
  private final Access access;
  private final ActionDays days;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Display display;

  ActionAbort(
      JdbcClient jdbc,
      Access access,
      ActionDays days,
      Ledger ledger,
      ApplicationEventPublisher events,
      Display display) {
    this.jdbc = jdbc;
    this.access = access;
    this.days = days;
    this.ledger = ledger;
    this.events = events;
    this.display = display;
  }

  @Override
  public ActKind kind() {
    return ActKind.ACTION_ABORT;
  }

  @Override
  public void requireAsker(OperationId operation) {
    access.require(operation, Area.ACTION, Right.CALL_DAY);
  }

  @Override
  public void requireApprover(OperationId operation) {
    access.require(operation, Area.ACTION, Right.CALL_DAY);
  }

  @Override
  public String describe(OperationId operation, String target) {
    ActionDay day = days.standing(operation, UUID.fromString(target));
    return "The action day "
        + day.name()
        + " ("
        + display.day(day.startsOn())
        + (day.startsOn().equals(day.endsOn()) ? "" : " to " + display.day(day.endsOn()))
        + ") is called off for good: its "
        + day.sites()
        + (day.sites() == 1 ? " site" : " sites")
        + " not entered yet can not start any more and none can be added. Sites already entered"
        + " go on to their end, and reports from the field still come in.";
  }

  @Override
  public void perform(OperationId operation, String target, Approval approval) {
    UUID day = days.standing(operation, UUID.fromString(target)).id();
    jdbc.sql(ActionSql.ABORT)
        .param("operation", operation.value())
        .param("day", day)
        .param("approval", approval.id().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "action-day-abort", approval.askReason()).touching(day));
    events.publishEvent(new ActionDayAborted(operation, day));
  }
}
