package dev.cordon.intake;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the database knows of sources read again; each method is one transaction. */
@Service
@Transactional
class RereadingRegister {

  private final JdbcClient jdbc;
  private final SourceRegister sources;
  private final Editions editions;
  private final TakingRegister takings;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  RereadingRegister(
      JdbcClient jdbc,
      SourceRegister sources,
      Editions editions,
      TakingRegister takings,
      CurrentMember currentMember,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.editions = editions;
    this.takings = takings;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** Puts a source at the end of the queue, to be read again. */
  void ask(OperationId operation, Source source, Rereading.Kind kind, String reason) {
    sources.requireGrounds(operation);
    editions.requireRetaker(operation);
    UUID id = UUID.randomUUID();
    if (isOpen(operation, source.id()) || takings.addAgain(operation, id, source) == 0) {
      throw new RefusedException(
          "It is on the way already, or a file of its name is; wait until that has ended.");
    }
    jdbc.sql(RereadingSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("source", source.id())
        .param("kind", kind.word())
        .param("reason", reason)
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "source-reread", reason)
            .touching(new SourceId(source.id()), source.sha256()));
  }

  /** Decides that the vault's copy is destroyed, and has the source read again for it. */
  void askToSeal(OperationId operation, Source source, String place, String reason) {
    String found =
        copy(operation, source.id())
            .map(DestroyedCopy::found)
            .or(() -> lastFound(operation, source.id()))
            .orElseThrow(() ->
                new RefusedException(
                    "The judge has found nothing in this source that may not lie in the vault:"
                        + " have it read again first; nothing is destroyed before."));
    ask(operation, source, Rereading.Kind.SEAL, reason);
    int added =
        jdbc.sql(RereadingSql.DECIDE)
            .param("operation", operation.value())
            .param("source", source.id())
            .param("reason", reason)
            .param("place", place)
            .param("found", found)
            .param("member", currentMember.member().value())
            .update();
    if (added > 0) {
      ledger.append(
          Entry.of(operation, Act.DECISION, "vault-copy", "is to be destroyed: " + reason)
              .touching(new SourceId(source.id()), source.sha256(), place));
    }
  }

  /** Notes what the judge found; the source stays as it is. */
  void found(OperationId operation, UUID taking, String found) {
    jdbc.sql(RereadingSql.FOUND)
        .param("operation", operation.value())
        .param("id", taking)
        .param("found", found)
        .update();
  }

  /** Notes that the vault's copy is gone; once. */
  void destroyed(OperationId operation, SourceId source, String sha256) {
    int noted =
        jdbc.sql(RereadingSql.DESTROYED)
            .param("operation", operation.value())
            .param("source", source.value())
            .update();
    if (noted > 0) {
      ledger.append(
          Entry.of(
                  operation,
                  Act.ERASURE,
                  "vault-copy",
                  "destroyed; the source is sealed by reference from now on")
              .touching(source, sha256));
    }
  }

  @Transactional(readOnly = true)
  boolean isOpen(OperationId operation, UUID source) {
    return jdbc.sql(RereadingSql.OPEN)
            .param("operation", operation.value())
            .param("source", source)
            .query(Long.class)
            .single()
        > 0;
  }

  @Transactional(readOnly = true)
  Optional<String> lastFound(OperationId operation, UUID source) {
    sources.requireReader(operation);
    return jdbc.sql(RereadingSql.LAST_FOUND)
        .param("operation", operation.value())
        .param("source", source)
        .query(String.class)
        .optional();
  }

  @Transactional(readOnly = true)
  Optional<DestroyedCopy> copy(OperationId operation, UUID source) {
    sources.requireReader(operation);
    return jdbc.sql(RereadingSql.COPY)
        .param("operation", operation.value())
        .param("source", source)
        .query((row, index) ->
            new DestroyedCopy(
                row.getString("reason"),
                row.getString("original_place"),
                row.getString("found"),
                row.getString("decided_by_name"),
                Columns.instant(row, "decided_at"),
                Columns.instantOrNull(row, "destroyed_at")))
        .optional();
  }
}
