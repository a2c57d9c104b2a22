package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The victim-identification queue. Lists and signals add reasons; the only way out is the
 * assessment of a named person, and it can be withdrawn.
 */
@Service
@Transactional
public class ReviewQueue {

  private static final int LONGEST_GROUNDS = 2000;

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final AssessmentGrounds sealed;
  private final QueueRules rules;

  ReviewQueue(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      AssessmentGrounds sealed,
      QueueRules rules) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.sealed = sealed;
    this.rules = rules;
  }

  /** One page of the queue, in the order of the written rules. */
  @Transactional(readOnly = true)
  public Page<ReviewItem> page(OperationId operation, int page) {
    boolean isWhole = isWhole(operation);
    JdbcClient.StatementSpec statement =
        jdbc.sql(isWhole ? QueueSql.QUEUE_OF_ALL : QueueSql.QUEUE_OF_AGENCY)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page));
    if (!isWhole) {
      statement = statement.param("agency", currentMember.agency().value());
    }
    return new Page<>(statement.query(this::item).list(), page, waiting(operation));
  }

  /**
   * What stands behind a place of the queue: as fast at its end as at its beginning.
   *
   * @param number of the page, for the reader alone
   */
  @Transactional(readOnly = true)
  public Page<ReviewItem> behind(OperationId operation, QueuePlace place, int number) {
    boolean isWhole = isWhole(operation);
    JdbcClient.StatementSpec statement =
        jdbc.sql(isWhole ? QueueSql.BEHIND_IN_ALL : QueueSql.BEHIND_IN_AGENCY)
            .param("operation", operation.value())
            .param("reasons", place.reasons())
            .param("since", place.since().atOffset(ZoneOffset.UTC))
            .param("item", place.item())
            .param("limit", Page.SIZE);
    if (!isWhole) {
      statement = statement.param("agency", currentMember.agency().value());
    }
    return new Page<>(statement.query(this::item).list(), number, waiting(operation));
  }

  private long waiting(OperationId operation) {
    return jdbc.sql(QueueSql.COUNT_QUEUE)
        .param("operation", operation.value())
        .query(Long.class)
        .single();
  }

  /** One item, in the queue or not. */
  @Transactional(readOnly = true)
  public ReviewItem item(OperationId operation, UUID item) {
    return jdbc.sql(isWhole(operation) ? QueueSql.ONE_OF_ALL : QueueSql.ONE_OF_AGENCY)
        .param("operation", operation.value())
        .param("item", item)
        .query(this::item)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** The rules it is ordered by. */
  public QueueRules rules() {
    return rules;
  }

  private boolean isWhole(OperationId operation) {
    return access.holdsForWhole(operation, Area.TRIAGE, Right.READ);
  }

  /** Adds a reason to an item; it stays in the queue. */
  public void signal(OperationId operation, UUID item, String reason) {
    access.require(operation, Area.ASSESSMENTS, Right.SIGNAL);
    AgencyId agency = agencyOf(operation, item);
    jdbc.sql(TriageSql.ADD_SIGNAL)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("item", item)
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(Entry.of(operation, Act.ALTERATION, "signal", reason).touching(item));
  }

  /** A named person's assessment: the item leaves the queue. */
  public void assess(
      OperationId operation, UUID item, Assessment as, Scheme scheme, String grounds) {
    access.require(operation, Area.ASSESSMENTS, Right.WRITE);
    AgencyId agency = agencyOf(operation, item);
    if (grounds.isBlank() || grounds.length() > LONGEST_GROUNDS) {
      throw new RefusedException(
          "Grounds have 1 to " + LONGEST_GROUNDS + " characters; say what you saw in them.");
    }
    if (jdbc.sql(TriageSql.ASSESSED).param("item", item).query(Boolean.class).single()) {
      throw new RefusedException(
          "The item has an assessment already; withdraw that one first, with a reason.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(TriageSql.ASSESS)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("item", item)
        .param("assessedAs", as.text())
        .param("scheme", scheme.name())
        .param("category", scheme.category())
        .param("grounds", sealed.seal(operation, id, grounds))
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(
                operation,
                Act.DECISION,
                "assessment",
                "assessed as " + as.text() + "; the grounds are sealed with the assessment")
            .touching(item, id));
  }

  /** Takes an assessment back: the item is in the queue again. */
  public void withdraw(OperationId operation, UUID item, String reason) {
    access.require(operation, Area.ASSESSMENTS, Right.WRITE);
    agencyOf(operation, item);
    int withdrawn =
        jdbc.sql(TriageSql.WITHDRAW)
            .param("operation", operation.value())
            .param("item", item)
            .param("member", currentMember.member().value())
            .param("reason", reason)
            .update();
    if (withdrawn == 0) {
      throw new RefusedException("The item has no assessment to withdraw.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "assessment-withdrawal", reason).touching(item));
  }

  private AgencyId agencyOf(OperationId operation, UUID item) {
    return jdbc.sql(TriageSql.ITEM)
        .param("operation", operation.value())
        .param("item", item)
        .query((row, number) -> new AgencyId(Columns.uuid(row, "agency_id")))
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  private ReviewItem item(ResultSet row, int number) throws SQLException {
    return new ReviewItem(
        Columns.uuid(row, "id"),
        row.getString("sha256"),
        row.getString("country"),
        row.getLong("size_bytes"),
        row.getString("mime_type"),
        row.getLong("agencies"),
        row.getLong("exhibits"),
        !rules.holds(row.getInt("reasons"), "unknown"),
        rules.reasons(row.getInt("reasons")),
        Columns.texts(row, "lists"),
        Columns.texts(row, "marks"),
        Columns.texts(row, "signals"),
        row.getString("undecoded"),
        row.getBoolean("hit"),
        Columns.instant(row, "first_seen_at"),
        new QueuePlace(
            row.getInt("reasons"), Columns.instant(row, "since"), Columns.uuid(row, "id")));
  }
}
