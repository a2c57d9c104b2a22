package dev.cordon.oversight;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the written rules found, and what persons said about it.
 *
 * <p>Promises: a finding stands as it was found and lists its entries; only persons decide what it
 * was, and can take that back; nothing is scored and nobody is ranked.
 */
@Service
public class Findings {

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;

  Findings(JdbcClient jdbc, Access access, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
  }

  /**
   * A page of a rule's findings, latest first.
   *
   * @param state {@code open}, {@code looked_at} or empty for all
   */
  @Transactional
  public Page<Finding> page(OperationId operation, String rule, String state, int page) {
    requireWatcher(operation);
    RuleStandings.RULES.rule(rule);
    int number = Math.max(1, page);
    List<Finding> rows =
        jdbc.sql(FindingSql.PAGE)
            .param("operation", operation.value())
            .param("rule", rule)
            .param("state", state)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(number))
            .query(Findings::finding)
            .list();
    long total =
        jdbc.sql(FindingSql.COUNT)
            .param("operation", operation.value())
            .param("rule", rule)
            .param("state", state)
            .query(Long.class)
            .single();
    looked(
        operation, "looked through findings of " + rule, rows.stream().map(Finding::id).toList());
    return new Page<>(rows, number, total);
  }

  /** One finding. */
  @Transactional
  public Finding one(OperationId operation, UUID id) {
    requireWatcher(operation);
    Finding found =
        jdbc.sql(FindingSql.ONE)
            .param("operation", operation.value())
            .param("id", id)
            .query(Findings::finding)
            .optional()
            .orElseThrow(NotPermittedException::new);
    looked(operation, "opened a finding of " + found.rule(), List.of(id));
    return found;
  }

  /** The entries of a finding. */
  @Transactional(readOnly = true)
  public Page<WatchedEntry> entries(OperationId operation, UUID id, int page) {
    requireWatcher(operation);
    int number = Math.max(1, page);
    return new Page<>(
        jdbc.sql(FindingSql.ENTRIES)
            .param("id", id)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(number))
            .query(Entries::entry)
            .list(),
        number,
        jdbc.sql(FindingSql.COUNT_ENTRIES).param("id", id).query(Long.class).single());
  }

  /** What persons said about a finding, in order. */
  @Transactional(readOnly = true)
  public List<Finding.Review> reviews(OperationId operation, UUID id) {
    requireWatcher(operation);
    return jdbc.sql(FindingSql.REVIEWS).param("id", id).query((row, number) -> review(row)).list();
  }

  /** Says that a person looked at a finding, and what it was. */
  @Transactional
  public void look(OperationId operation, UUID id, String words) {
    say(operation, id, "looked_at", words);
  }

  /** Takes that back. */
  @Transactional
  public void reopen(OperationId operation, UUID id, String words) {
    say(operation, id, "reopened", words);
  }

  private void say(OperationId operation, UUID id, String state, String words) {
    Finding finding = one(operation, id);
    if (finding.lookedAt() == state.equals("looked_at")) {
      throw new RefusedException(
          finding.lookedAt()
              ? "Somebody has looked at this finding already; take that back first."
              : "Nobody has looked at this finding yet, so there is nothing to take back.");
    }
    jdbc.sql(FindingSql.ADD_REVIEW)
        .param("operation", operation.value())
        .param("id", id)
        .param("state", state)
        .param("words", words)
        .update();
    ledger.append(Entry.of(operation, Act.DECISION, "oversight-review", words).touching(id));
  }

  private void requireWatcher(OperationId operation) {
    access.require(operation, Area.OVERSIGHT, Right.READ);
  }

  private void looked(OperationId operation, String reason, List<UUID> shown) {
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "oversight-findings", reason).touching(shown));
  }

  private static Finding finding(ResultSet row, int number) throws SQLException {
    return new Finding(
        Columns.uuid(row, "id"),
        row.getString("rule"),
        row.getInt("rule_version"),
        row.getObject("member_id", UUID.class),
        row.getString("member"),
        row.getString("agency"),
        row.getString("record"),
        row.getString("bucket"),
        row.getLong("count"),
        Columns.instant(row, "first_at"),
        Columns.instant(row, "last_at"),
        java.util.Objects.requireNonNullElse(row.getString("settings"), ""),
        row.getString("state") == null ? null : review(row));
  }

  private static Finding.Review review(ResultSet row) throws SQLException {
    return new Finding.Review(
        row.getString("state"),
        row.getString("words"),
        Columns.instant(row, "reviewed_at"),
        row.getString("reviewer"));
  }
}
