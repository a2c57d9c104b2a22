package dev.cordon.sealedtext;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedThing;
import dev.cordon.intake.Origin;
import dev.cordon.intake.SourceId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks on messages: they stay with the case and hold no word. */
@Service
@Transactional
public class Marks {

  private final JdbcClient jdbc;
  private final Reading reading;
  private final Threads threads;
  private final SealedAccesses sealed;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  Marks(
      JdbcClient jdbc,
      Reading reading,
      Threads threads,
      SealedAccesses sealed,
      CurrentMember currentMember,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.threads = threads;
    this.sealed = sealed;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** The marks that stand on a thread, in the order of its rows. */
  @Transactional(readOnly = true)
  public List<Mark> of(OperationId operation, UUID thread) {
    threads.get(operation, thread);
    return jdbc.sql(SealedTextSql.MARKS)
        .param("operation", operation.value())
        .param("thread", thread)
        .query((row, number) ->
            new Mark(
                Columns.uuid(row, "id"),
                new Origin(
                    new SourceId(Columns.uuid(row, "source_id")),
                    row.getString("source_table"),
                    row.getLong("source_row")),
                row.getString("message_key"),
                MarkKind.of(row.getString("kind")),
                row.getString("marked_by_name"),
                Columns.instant(row, "marked_at")))
        .list();
  }

  /** Marks a message of a thread the member holds open; the same mark twice is one. */
  public UUID add(OperationId operation, UUID thread, Origin message, MarkKind kind) {
    String key = reading.keyOf(operation, thread, message);
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql(SealedTextSql.ADD_MARK)
            .param("id", id)
            .param("operation", operation.value())
            .param("thread", thread)
            .param("source", message.source().value())
            .param("table", message.table())
            .param("row", message.row())
            .param("key", key)
            .param("kind", kind.text())
            .param("member", currentMember.member().value())
            .update();
    if (added == 0) {
      throw new RefusedException("The message carries this mark already.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "text-mark", "marked as " + kind.words())
            .touching(Threads.thing(thread), id));
    return id;
  }

  /** Takes a mark back. */
  public void withdraw(OperationId operation, UUID thread, UUID mark, String reason) {
    sealed.requireEntitled(operation, SealedThing.Kind.THREAD);
    int withdrawn =
        jdbc.sql(SealedTextSql.WITHDRAW_MARK)
            .param("operation", operation.value())
            .param("thread", thread)
            .param("id", mark)
            .param("member", currentMember.member().value())
            .param("reason", reason.strip())
            .update();
    if (withdrawn == 0) {
      throw new RefusedException("There is no such mark, or it was taken back already.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "text-mark-withdrawal", reason.strip())
            .touching(Threads.thing(thread), mark));
  }
}
