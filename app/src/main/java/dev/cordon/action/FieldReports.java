package dev.cordon.action;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.exchange.Receipt;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.StatementReceipts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports from the field: taken once, never changed, matched by a written rule to the package the
 * reporting agency holds. A match can be withdrawn and made by hand; both are a person's acts.
 */
@Service
@Transactional
public class FieldReports {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReportIntake intake;
  private final HeldPersons held;
  private final StatementReceipts receipts;
  private final ApplicationEventPublisher events;

  FieldReports(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ReportIntake intake,
      HeldPersons held,
      StatementReceipts receipts,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.intake = intake;
    this.held = held;
    this.receipts = receipts;
    this.events = events;
  }

  /**
   * Takes a report of the officer's own agency. The same report again changes nothing; another
   * report under the same number is refused.
   */
  public ReceivedReport take(OperationId operation, FieldReport report) {
    access.require(operation, Area.ACTION, Right.REPORT);
    AgencyId agency = currentMember.agency();
    UUID id = intake.take(operation, agency, currentMember.member(), report);
    events.publishEvent(new BoardChanged(operation, agency));
    return get(operation, id);
  }

  /** Takes a match back; the report is open again. */
  public ReceivedReport withdrawMatch(OperationId operation, UUID report, String reason) {
    access.require(operation, Area.ACTION, Right.WRITE);
    ReceivedReport about = get(operation, report);
    int withdrawn =
        jdbc.sql(ActionSql.WITHDRAW_MATCH)
            .param("operation", operation.value())
            .param("report", report)
            .param("member", currentMember.member().value())
            .param("reason", reason)
            .update();
    if (withdrawn == 0) {
      throw new RefusedException("Report " + about.report() + " is open; nothing to withdraw.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "report-match-withdrawal", reason).touching(report));
    events.publishEvent(new BoardChanged(operation, about.agency()));
    return get(operation, report);
  }

  /**
   * Matches an open report to a person the agency holds, for a reason a member gives.
   *
   * @param whom as {@link Whom#text} names it
   */
  public ReceivedReport match(OperationId operation, UUID report, String whom, String reason) {
    access.require(operation, Area.ACTION, Right.WRITE);
    ReceivedReport about = get(operation, report);
    if (about.state() == ReceivedReport.State.MATCHED) {
      throw new RefusedException(
          "Report " + about.report() + " is matched; withdraw that match first.");
    }
    Whom chosen =
        held.of(operation, about.agency()).stream()
            .map(HeldPerson::whom)
            .filter(one -> one.text().equals(whom))
            .findFirst()
            .orElseThrow(NotPermittedException::new);
    intake.addMatch(
        new ReportIntake.NewMatch(operation, about.agency(), report, chosen, null, reason),
        currentMember.member());
    ledger.append(
        Entry.of(operation, Act.DECISION, "report-match", reason)
            .touching(report, chosen.record()));
    events.publishEvent(new BoardChanged(operation, about.agency()));
    return get(operation, report);
  }

  /** One report the reader may see. */
  @Transactional(readOnly = true)
  public ReceivedReport get(OperationId operation, UUID report) {
    return jdbc.sql(ActionSql.REPORT)
        .param("operation", operation.value())
        .param("report", report)
        .query(ActionRows::report)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /**
   * The receipt of a report, for whoever sent it; taking it out is an entry.
   *
   * @throws RefusedException while no checkpoint covers its entry, and for a report without one
   */
  public Receipt receipt(OperationId operation, UUID report) {
    get(operation, report);
    Receipt receipt =
        receipts.of(
            jdbc.sql(ActionSql.RECEIPT)
                .param("operation", operation.value())
                .param("report", report)
                .query(StatementReceipts.Opened::of)
                .optional(),
            "this report");
    ledger.append(
        Entry.of(
                operation,
                Act.DISCLOSURE,
                "field-report-receipt",
                "the receipt of a field report was taken out as a file")
            .touching(report));
    return receipt;
  }

  /** One page of reports, newest first; of one state and one country, or of all (null). */
  @Transactional(readOnly = true)
  public Page<ReceivedReport> page(
      OperationId operation,
      ReceivedReport.@Nullable State state,
      @Nullable String country,
      int page) {
    String stateText = state == null ? null : ActionRows.text(state);
    List<ReceivedReport> rows =
        jdbc.sql(ActionSql.REPORTS)
            .param("operation", operation.value())
            .param("state", stateText)
            .param("country", country)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ActionRows::report)
            .list();
    long total =
        jdbc.sql(ActionSql.COUNT_REPORTS)
            .param("operation", operation.value())
            .param("state", stateText)
            .param("country", country)
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }
}
