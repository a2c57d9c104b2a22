package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports that could not be taken as they came: kept whole for a person of the reporting agency,
 * who takes them after all or leaves them where they are.
 */
@Service
@Transactional
public class Asides {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReportTaking taking;
  private final JsonMapper json = JsonMapper.builder().build();

  Asides(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ReportTaking taking) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.taking = taking;
  }

  /** Why a report is kept aside. */
  public enum Reason {
    /** There is no such site of the reporting agency. */
    NOT_YOUR_SITE(
        "There is no such site of your agency. The report is kept for somebody of your agency to"
            + " look at."),
    /** It came from a device that may no longer send, or from none of the member's. */
    ENDED_DEVICE(
        "This device may no longer send reports. The report is kept for somebody of your agency to"
            + " look at."),
    /** A report of that number with other words stands already. */
    OTHER_CONTENT("Another report stands under this number. Both are kept; the first one counts."),
    /** It does not say what a report has to say. */
    NOT_READABLE("The report can not be read. It is kept for somebody of your agency to look at.");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** For the sender. */
    public String words() {
      return words;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Reason of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * One report kept aside.
   *
   * @param content as it came
   * @param outcome taken or left; null while nobody decided
   */
  public record Aside(
      UUID id,
      UUID report,
      Reason reason,
      String content,
      String sender,
      Instant receivedAt,
      @Nullable String outcome,
      @Nullable String endReason) {}

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void keep(OperationId operation, UUID report, Reason reason, String content) {
    String kept = content.length() > 20_000 ? content.substring(0, 20_000) : content;
    int added =
        jdbc.sql(ReportSql.ADD_ASIDE)
            .param("id", UUID.randomUUID())
            .param("operation", operation.value())
            .param("agency", currentMember.agency().value())
            .param("report", report)
            .param("reason", reason.text())
            .param("content", kept)
            .param("digest", Sha256.hex(content.getBytes(StandardCharsets.UTF_8)))
            .update();
    if (added > 0) {
      ledger.append(
          Entry.of(operation, Act.COLLECTION, "day-report-aside", "kept aside: " + reason.text())
              .touching(report));
    }
  }

  /** One page of what is kept aside, what waits first. */
  @Transactional(readOnly = true)
  public Page<Aside> page(OperationId operation, int page) {
    access.require(operation, Area.ACTION_PLANS, Right.READ);
    return new Page<>(
        jdbc.sql(ReportSql.ASIDES)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Asides::aside)
            .list(),
        page,
        jdbc.sql(ReportSql.COUNT_ASIDES)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /** How many wait for somebody to decide. */
  @Transactional(readOnly = true)
  public long waiting(OperationId operation) {
    return jdbc.sql(ReportSql.OPEN_ASIDES)
        .param("operation", operation.value())
        .query(Long.class)
        .single();
  }

  /** Leaves a report where it is, for a reason. */
  public void leave(OperationId operation, UUID aside, String reason) {
    access.require(operation, Area.ACTION_PLANS, Right.WRITE);
    end(operation, aside, "left", reason);
  }

  /**
   * Takes a report after all, for a site of the own agency: as a new report of whoever decides.
   *
   * @throws RefusedException when it can not be read, or when it still can not be taken
   */
  public void take(OperationId operation, UUID aside, UUID site, String reason) {
    access.require(operation, Area.ACTION_PLANS, Right.WRITE);
    Aside kept =
        jdbc.sql(ReportSql.FIND_ASIDE)
            .param("operation", operation.value())
            .param("aside", aside)
            .query(Asides::aside)
            .optional()
            .orElseThrow(NotPermittedException::new);
    if (kept.reason() == Reason.NOT_READABLE) {
      throw new RefusedException("It can not be read. Report what it tells under a new number.");
    }
    end(operation, aside, "taken", reason);
    NewReport read = json.readValue(kept.content(), NewReport.class);
    NewReport again =
        new NewReport(
            UUID.nameUUIDFromBytes(("aside " + aside).getBytes(StandardCharsets.UTF_8)),
            site,
            read.kind(),
            read.at(),
            read.clockOffsetSeconds(),
            0L,
            read.resource(),
            read.corrects(),
            read.words(),
            read.item(),
            read.authority(),
            read.legalReference());
    ReportTaking.Result result = taking.take(operation, null, null, again);
    Reason refused = result.aside();
    if (refused != null) {
      throw new RefusedException(refused.words());
    }
  }

  private void end(OperationId operation, UUID aside, String outcome, String reason) {
    int ended =
        jdbc.sql(ReportSql.END_ASIDE)
            .param("operation", operation.value())
            .param("aside", aside)
            .param("outcome", outcome)
            .param("reason", reason)
            .update();
    if (ended == 0) {
      throw new RefusedException("There is no such report, or somebody decided on it meanwhile.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "day-report-aside-" + outcome, reason).touching(aside));
  }

  private static Aside aside(ResultSet row, int number) throws SQLException {
    return new Aside(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "report_id"),
        Reason.of(row.getString("reason")),
        row.getString("content"),
        row.getString("sender"),
        Columns.instant(row, "received_at"),
        row.getString("outcome"),
        row.getString("end_reason"));
  }
}
