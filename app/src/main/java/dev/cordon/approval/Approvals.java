package dev.cordon.approval;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.StepUp;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests for acts that need two persons.
 *
 * <p>Promises: one request for the same act on the same thing is open at a time; it is decided
 * once, by another member than the one who asked, in time; the act is done in the transaction of
 * the approval, so that either both stand or neither. The database holds each of these too.
 */
@Service
@Transactional
public class Approvals {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final StepUp stepUp;
  private final Ledger ledger;
  private final ObjectProvider<ApprovedAct> acts;
  private final TransactionTemplate ownTransaction;

  Approvals(
      JdbcClient jdbc,
      CurrentMember currentMember,
      StepUp stepUp,
      Ledger ledger,
      ObjectProvider<ApprovedAct> acts,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.stepUp = stepUp;
    this.ledger = ledger;
    this.acts = acts;
    this.ownTransaction = new TransactionTemplate(transactionManager);
  }

  /**
   * Asks for an act.
   *
   * @param target what it is about, as its stage writes it
   * @param reason why, in the asking person's words
   */
  public ApprovalId ask(OperationId operation, ActKind kind, String target, String reason) {
    ApprovedAct act = act(kind);
    act.requireAsker(operation);
    stepUp.require();
    String what = act.describe(operation, target);
    ApprovalId id = ApprovalId.random();
    try {
      jdbc.sql(ApprovalSql.ASK)
          .param("id", id.value())
          .param("operation", operation.value())
          .param("kind", kind.text())
          .param("target", target)
          .param("what", what)
          .param("reason", reason.strip())
          .param("seconds", kind.open().toSeconds())
          .update();
    } catch (DataIntegrityViolationException open) {
      throw new RefusedException(
          "Somebody asked for this already and a second person has not decided yet; see Approvals.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "approval-request", reason.strip()).touching(id, target));
    return id;
  }

  /** Approves, and does it. */
  public void approve(OperationId operation, ApprovalId id, String reason) {
    Request request = decidable(operation, id);
    if (request.askedBy().equals(currentMember.member())) {
      throw new RefusedException("You asked for this yourself; another person has to decide.");
    }
    ApprovedAct act = act(request.kind());
    act.requireApprover(operation);
    stepUp.require();
    decide(request, Request.State.APPROVED, reason);
    act.perform(operation, request.target(), approval(request, reason));
  }

  /** Says no; nothing is done. */
  public void decline(OperationId operation, ApprovalId id, String reason) {
    Request request = decidable(operation, id);
    if (request.askedBy().equals(currentMember.member())) {
      throw new RefusedException("You asked for this yourself; take it back instead.");
    }
    act(request.kind()).requireApprover(operation);
    decide(request, Request.State.DECLINED, reason);
  }

  /** Takes the own request back. */
  public void withdraw(OperationId operation, ApprovalId id, String reason) {
    Request request = decidable(operation, id);
    if (!request.askedBy().equals(currentMember.member())) {
      throw new RefusedException("Only who asked takes a request back; decline it instead.");
    }
    decide(request, Request.State.WITHDRAWN, reason);
  }

  /** One request the member may see. */
  @Transactional(readOnly = true)
  public Request get(OperationId operation, ApprovalId id) {
    return jdbc.sql(ApprovalSql.FIND)
        .param("operation", operation.value())
        .param("id", id.value())
        .query(RequestRows::request)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** The latest request for an act on a thing, if there is one the member may see. */
  @Transactional(readOnly = true)
  public Optional<Request> latest(OperationId operation, ActKind kind, String target) {
    return jdbc.sql(ApprovalSql.LATEST)
        .param("operation", operation.value())
        .param("kind", kind.text())
        .param("target", target)
        .query(RequestRows::request)
        .optional();
  }

  /**
   * One page of the requests the member may see, newest first.
   *
   * @param open those that wait, or those that are over
   */
  @Transactional(readOnly = true)
  public Page<Request> page(OperationId operation, boolean open, int page) {
    requireReader(operation);
    return new Page<>(
        jdbc.sql(ApprovalSql.PAGE)
            .param("operation", operation.value())
            .param("open", open)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(RequestRows::request)
            .list(),
        page,
        jdbc.sql(ApprovalSql.COUNT)
            .param("operation", operation.value())
            .param("open", open)
            .query(Long.class)
            .single());
  }

  /** How many requests of others wait for the member's decision. */
  @Transactional(readOnly = true)
  public long waiting(OperationId operation) {
    return jdbc.sql(ApprovalSql.WAITING)
        .param("operation", operation.value())
        .query(Long.class)
        .single();
  }

  /** What would happen now if the request were approved; or why it no longer can. */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public String now(Request request) {
    try {
      // A transaction of its own, because a refusal ends it.
      String what =
          ownTransaction.execute(
              status -> act(request.kind()).describe(request.operation(), request.target()));
      return what == null ? request.what() : what;
    } catch (RefusedException impossible) {
      return "This can not be done as things stand: " + impossible.getMessage();
    } catch (NotPermittedException hidden) {
      return request.what();
    }
  }

  /** Whether the member may decide on the request. */
  @Transactional(readOnly = true)
  public boolean mayDecide(Request request) {
    return !request.askedBy().equals(currentMember.member())
        && jdbc.sql(ApprovalSql.MAY_APPROVE)
            .param("kind", request.kind().text())
            .param("operation", request.operation().value())
            .query(Boolean.class)
            .single();
  }

  private void requireReader(OperationId operation) {
    if (!jdbc.sql(ApprovalSql.MAY_SEE)
        .param("operation", operation.value())
        .query(Boolean.class)
        .single()) {
      throw new NotPermittedException();
    }
  }

  private Request decidable(OperationId operation, ApprovalId id) {
    Request request = get(operation, id);
    switch (request.state()) {
      case OPEN -> {}
      case EXPIRED ->
          throw new RefusedException(
              "The time to decide on this is over; it has to be asked anew.");
      case APPROVED, DECLINED, WITHDRAWN -> throw decidedMeanwhile();
    }
    return request;
  }

  private void decide(Request request, Request.State decision, String reason) {
    int decided;
    try {
      decided =
          jdbc.sql(ApprovalSql.DECIDE)
              .param("id", request.id().value())
              .param("operation", request.operation().value())
              .param("askedBy", request.askedBy().value())
              .param("decision", decision.name().toLowerCase(Locale.ROOT))
              .param("reason", reason.strip())
              .update();
    } catch (DataIntegrityViolationException late) {
      throw new RefusedException(
          "The time to decide is over, or who asked has left; it has to be asked anew.");
    }
    if (decided == 0) {
      throw decidedMeanwhile();
    }
    ledger.append(
        Entry.of(
                request.operation(),
                Act.DECISION,
                "approval-" + decision.name().toLowerCase(Locale.ROOT),
                reason.strip())
            .touching(request.id(), request.target()));
  }

  private static RefusedException decidedMeanwhile() {
    return new RefusedException("This was decided already; nothing was changed.");
  }

  private Approval approval(Request request, String reason) {
    return new Approval(
        request.id(),
        request.operation(),
        request.kind(),
        request.askedBy(),
        request.askReason(),
        currentMember.member(),
        reason.strip());
  }

  private ApprovedAct act(ActKind kind) {
    return acts.orderedStream()
        .filter(act -> act.kind() == kind)
        .findFirst()
        .orElseThrow(NotPermittedException::new);
  }
}
