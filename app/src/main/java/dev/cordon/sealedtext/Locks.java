package dev.cordon.sealedtext;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.access.SealedAccesses;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks on privileged conversations. Whoever may open a thread may lock it, and the prosecutor;
 * only a prosecutor of the operation or the data-protection officer unlocks.
 */
@Service
@Transactional
public class Locks {

  private final JdbcClient jdbc;
  private final Threads threads;
  private final Access access;
  private final SealedAccesses sealed;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  Locks(
      JdbcClient jdbc,
      Threads threads,
      Access access,
      SealedAccesses sealed,
      CurrentMember currentMember,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.threads = threads;
    this.access = access;
    this.sealed = sealed;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** The lock that stands on a thread, if one does. */
  @Transactional(readOnly = true)
  public Optional<ThreadLock> of(OperationId operation, UUID thread) {
    return jdbc.sql(SealedTextSql.LOCK_OF)
        .param("operation", operation.value())
        .param("thread", thread)
        .query((row, number) ->
            new ThreadLock(
                row.getString("reason"),
                row.getString("locked_by_name"),
                Columns.instant(row, "locked_at")))
        .optional();
  }

  /** Passes when no lock stands on the thread. */
  @Transactional(readOnly = true)
  public void requireUnlocked(OperationId operation, UUID thread) {
    if (of(operation, thread).isPresent()) {
      throw new RefusedException(
          "The thread is locked as privileged: it can not be opened or searched until a prosecutor"
              + " of the operation or the data-protection officer unlocks it.");
    }
  }

  /** Whether the member may lock threads of the operation. */
  @Transactional(readOnly = true)
  public boolean mayLock(OperationId operation) {
    return access.holds(operation, Area.SEALED_TEXT, Right.LOCK);
  }

  /** Whether the member may unlock threads of the operation. */
  @Transactional(readOnly = true)
  public boolean mayUnlock(OperationId operation) {
    return access.holds(operation, Area.SEALED_TEXT, Right.UNLOCK);
  }

  /** Locks a thread; those who hold it open see no more of it. */
  public void lock(OperationId operation, UUID thread, String reason) {
    if (!mayLock(operation)) {
      throw new NotPermittedException();
    }
    threads.get(operation, thread);
    requireUnlocked(operation, thread);
    try {
      jdbc.sql(SealedTextSql.LOCK)
          .param("operation", operation.value())
          .param("thread", thread)
          .param("reason", reason.strip())
          .param("member", currentMember.member().value())
          .update();
    } catch (DuplicateKeyException together) {
      throw new RefusedException("The thread was locked a moment ago by someone else.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "thread-lock", reason.strip())
            .touching(Threads.thing(thread)));
  }

  /** Unlocks a thread. */
  public void unlock(OperationId operation, UUID thread, String reason) {
    if (!mayUnlock(operation)) {
      throw new NotPermittedException();
    }
    threads.get(operation, thread);
    int unlocked =
        jdbc.sql(SealedTextSql.UNLOCK)
            .param("operation", operation.value())
            .param("thread", thread)
            .param("reason", reason.strip())
            .param("member", currentMember.member().value())
            .update();
    if (unlocked == 0) {
      throw new RefusedException("The thread is not locked.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "thread-unlock", reason.strip())
            .touching(Threads.thing(thread)));
  }
}
