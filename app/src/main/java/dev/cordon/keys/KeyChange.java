package dev.cordon.keys;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovedAct;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A change of an operation's key that two persons decide: a new version, or its destruction. The
 * decision is a row first; the key file follows when it stands, at the latest at the next start.
 */
@Component
public class KeyChange implements ApprovedAct {

  private static final Logger LOG = LoggerFactory.getLogger(KeyChange.class);

  private final OperationKeys keys;
  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  KeyChange(
      OperationKeys keys,
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger) {
    this.keys = keys;
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** What happens to the key. The target of a request is one of these, as {@link #text} says it. */
  public enum What {
    /** New data is sealed under a new version; what is there stays readable. */
    NEW_VERSION,
    /** All versions are destroyed. */
    DESTROY;

    /** As a request names it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static What of(String target) {
      for (What what : values()) {
        if (what.text().equals(target)) {
          return what;
        }
      }
      throw new RefusedException("a key change is new_version or destroy; name one of them");
    }
  }

  private record Decided(UUID id, OperationId operation, What what) {}

  @Override
  public ActKind kind() {
    return ActKind.KEY_CHANGE;
  }

  @Override
  public void requireAsker(OperationId operation) {
    access.requireAdministrator();
  }

  @Override
  public void requireApprover(OperationId operation) {
    if (!currentMember.get().administrator()
        && !access.holds(operation, Area.KEYS, Right.APPROVE)) {
      throw new NotPermittedException();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public String describe(OperationId operation, String target) {
    What what = What.of(target);
    requireKept(operation);
    return switch (what) {
      case NEW_VERSION ->
          "New data of the operation is sealed under a new key version; everything sealed so far"
              + " stays readable under its own version.";
      case DESTROY ->
          "Every version of the operation's key is destroyed. Its sealed sources, records, sealed"
              + " texts, file names, victims' sealed columns and grounds of assessments can never be"
              + " opened again by anybody, and nothing more can be taken in. What stands in the"
              + " database in the clear (subjects, packages, exhibits, figures) and the ledger stay."
              + " Copies of the key file in backups still hold the wrapped key until they are"
              + " destroyed. This can not be undone.";
    };
  }

  @Override
  @Transactional
  public void perform(OperationId operation, String target, Approval approval) {
    What what = What.of(target);
    requireKept(operation);
    if (approval.askedBy().equals(approval.approvedBy())) {
      throw new NotPermittedException();
    }
    requireApprover(operation);
    Decided decided = new Decided(UUID.randomUUID(), operation, what);
    jdbc.sql(KeySql.DECIDE)
        .param("id", decided.id())
        .param("operation", operation.value())
        .param("act", what.text())
        .param("approval", approval.id().value())
        .param("asked", approval.askedBy().value())
        .param("approved", approval.approvedBy().value())
        .update();
    ledger.append(entry(operation, what, approval).touching(decided.id(), approval.id()));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            carryOut(decided);
          }
        });
  }

  /** Carries out what was decided before the server stopped. */
  @EventListener(ApplicationReadyEvent.class)
  void finish() {
    List<Decided> all =
        jdbc.sql(KeySql.DECIDED)
            .query((row, number) ->
                new Decided(
                    row.getObject("id", UUID.class),
                    new OperationId(row.getObject("operation_id", UUID.class)),
                    What.of(row.getString("act"))))
            .list();
    all.forEach(this::carryOut);
  }

  private void carryOut(Decided decided) {
    switch (decided.what()) {
      case NEW_VERSION -> keys.addVersion(decided.id(), decided.operation());
      case DESTROY -> keys.destroy(decided.id(), decided.operation());
    }
    LOG.info("key change {} of {} stands", decided.what(), decided.operation());
  }

  private void requireKept(OperationId operation) {
    if (keys.isDestroyed(operation)) {
      throw new RefusedException("the operation's keys are destroyed; there is nothing to change");
    }
  }

  private static Entry entry(OperationId operation, What what, Approval approval) {
    String reason = "asked: " + approval.askReason() + "; approved: " + approval.approveReason();
    String whole = reason.length() <= 2000 ? reason : reason.substring(0, 2000);
    return switch (what) {
      case NEW_VERSION -> Entry.of(operation, Act.DECISION, "key-version", whole);
      case DESTROY -> Entry.of(operation, Act.ERASURE, "key-destruction", whole);
    };
  }
}
