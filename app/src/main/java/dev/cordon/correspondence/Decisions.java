package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.dispatch.Outcome;
import dev.cordon.exchange.Message;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the receiving agency does with a package: who works on it, what is decided, what came of it.
 *
 * <p>Promises: each decision is a named person's, is an entry, and is signed for the sender in the
 * same transaction.
 */
@Service
@Transactional
public class Decisions {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReceivedPackages packages;
  private final Posting posting;
  private final Own own;

  Decisions(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Ledger ledger,
      ReceivedPackages packages,
      Posting posting,
      Own own) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.packages = packages;
    this.posting = posting;
    this.own = own;
  }

  /** Who may be given a package. */
  public record Colleague(UUID id, String name) {}

  /**
   * A decision as it stands.
   *
   * @param subject null when it is about the whole package
   * @param sending how far the message to the sender has come
   */
  public record Decided(
      UUID id,
      Outcome outcome,
      @Nullable Integer amount,
      @Nullable String subject,
      @Nullable String note,
      String by,
      Instant at,
      @Nullable String sending) {}

  /** The colleagues of the agency who work in the operation, at most 200. */
  @Transactional(readOnly = true)
  public List<Colleague> colleagues(OperationId operation) {
    return jdbc.sql(ReceivedSql.ASSIGNEES)
        .param("operation", operation.value())
        .param("agency", own.agency(operation).id().value())
        .query(
            (row, number) -> new Colleague(Columns.uuid(row, "id"), row.getString("display_name")))
        .list();
  }

  /** Gives the package to a colleague. */
  public void assign(OperationId operation, UUID id, UUID assignee, String reason) {
    Own.Agency agency = own.require(operation, Right.WRITE);
    ReceivedPackage here = packages.get(operation, id);
    if (colleagues(operation).stream().noneMatch(one -> one.id().equals(assignee))) {
      throw new NotPermittedException();
    }
    jdbc.sql(ReceivedSql.ASSIGN)
        .param("id", UUID.randomUUID())
        .param("received", id)
        .param("operation", operation.value())
        .param("agency", agency.id().value())
        .param("assignee", assignee)
        .param("reason", reason.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "received-assigned", reason.strip())
            .touching(here.id(), assignee));
  }

  /**
   * Records a decision or what came of it, and signs the message that tells the sender.
   *
   * @param subject of the package; null for the whole
   * @param amount how many, for exhibits
   */
  public UUID decide(
      OperationId operation,
      UUID id,
      @Nullable UUID subject,
      Outcome outcome,
      @Nullable Integer amount,
      @Nullable String note) {
    Own.Agency agency = own.require(operation, Right.WRITE);
    ReceivedPackage here = packages.get(operation, id);
    if (here.state().equals("destroyed")) {
      throw new RefusedException("The content of this package was destroyed; nothing follows it.");
    }
    if ((outcome == Outcome.EXHIBITS) != (amount != null)) {
      throw new RefusedException("Say how many exhibits; other outcomes have no number.");
    }
    String number = subject == null ? null : packages.subject(operation, id, subject);
    String said = note == null || note.isBlank() ? null : note.strip();
    UUID message =
        posting.postMessage(
            operation,
            new AgencyId(here.peer()),
            new Posting.About(
                null,
                id,
                here.peerOperation(),
                here.number(),
                here.version(),
                here.manifestSha256()),
            new Posting.Words(Message.Kind.OUTCOME, null, number, outcome.text(), amount, said));
    jdbc.sql(ReceivedSql.DECIDE)
        .param("id", message)
        .param("received", id)
        .param("subject", subject)
        .param("operation", operation.value())
        .param("agency", agency.id().value())
        .param("outcome", outcome.text())
        .param("amount", amount)
        .param("note", said)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "received-decided", outcome.text())
            .to(new AgencyId(here.peer()))
            .touching(id, message));
    return message;
  }

  /** One page of what was decided, newest first. */
  @Transactional(readOnly = true)
  public Page<Decided> page(OperationId operation, UUID id, int page) {
    return new Page<>(
        jdbc.sql(ReceivedSql.DECISIONS)
            .param("operation", operation.value())
            .param("received", id)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Decided(
                    Columns.uuid(row, "id"),
                    Outcome.find(row.getString("outcome")).orElseThrow(),
                    row.getObject("amount", Integer.class),
                    row.getString("subject"),
                    row.getString("note"),
                    row.getString("decided_by"),
                    Columns.instant(row, "decided_at"),
                    row.getString("sending")))
            .list(),
        page,
        jdbc.sql(ReceivedSql.COUNT_DECISIONS)
            .param("operation", operation.value())
            .param("received", id)
            .query(Long.class)
            .single());
  }

  /** Decides that a package called back or past its date is kept until a day, and why. */
  public void keep(OperationId operation, UUID id, LocalDate until, String reason) {
    Own.Agency agency = own.require(operation, Right.WRITE);
    requireDue(packages.get(operation, id));
    if (!until.isAfter(LocalDate.now(java.time.ZoneOffset.UTC))) {
      throw new RefusedException("Give a day that is still to come.");
    }
    review(operation, agency, id, "keep", until, reason);
  }

  /**
   * Destroys the content of a package called back or past its date; its number and decisions stay.
   */
  public void destroy(OperationId operation, UUID id, String reason) {
    Own.Agency agency = own.require(operation, Right.WRITE);
    requireDue(packages.get(operation, id));
    review(operation, agency, id, "destroy", null, reason);
    String unused =
        jdbc.sql(ReceivedSql.DESTROY).param("received", id).query(String.class).single();
  }

  private static void requireDue(ReceivedPackage here) {
    if (here.state().equals("in_force") || here.state().equals("destroyed")) {
      throw new RefusedException(
          "Package "
              + here.number()
              + " is "
              + here.stateWords()
              + "; there is nothing to decide.");
    }
  }

  private void review(
      OperationId operation,
      Own.Agency agency,
      UUID id,
      String decision,
      @Nullable LocalDate until,
      String reason) {
    jdbc.sql(ReceivedSql.REVIEW)
        .param("id", UUID.randomUUID())
        .param("received", id)
        .param("operation", operation.value())
        .param("agency", agency.id().value())
        .param("decision", decision)
        .param("until", until)
        .param("reason", reason.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(
                operation,
                decision.equals("destroy") ? Act.ERASURE : Act.DECISION,
                "received-" + decision,
                reason.strip())
            .touching(id));
  }
}
