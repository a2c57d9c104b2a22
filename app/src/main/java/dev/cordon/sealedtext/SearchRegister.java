package dev.cordon.sealedtext;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedThing;
import dev.cordon.intake.TextFindings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the database knows of searches; each method is one transaction. */
@Service
@Transactional
class SearchRegister {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final SealedAccesses sealed;
  private final CurrentMember currentMember;

  SearchRegister(
      JdbcClient jdbc, JdbcOperations batches, SealedAccesses sealed, CurrentMember currentMember) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.sealed = sealed;
    this.currentMember = currentMember;
  }

  /** What a search needs: the access, and the threads it must leave alone. */
  record Started(SealedAccess access, Set<UUID> locked) {}

  Started start(OperationId operation, String typed, String reason, String legalBasis) {
    SealedAccess access =
        sealed.once(
            operation, SealedThing.search(operation), reason, legalBasis, "words: " + typed);
    Set<UUID> locked =
        new HashSet<>(
            jdbc.sql(SealedTextSql.LOCKED)
                .param("operation", operation.value())
                .query((row, number) -> Columns.uuid(row, "thread_id"))
                .list());
    return new Started(access, locked);
  }

  UUID enter(OperationId operation, TextFindings found, int locked) {
    UUID id = UUID.randomUUID();
    UUID member = currentMember.member().value();
    jdbc.sql(SealedTextSql.ADD_SEARCH)
        .param("id", id)
        .param("operation", operation.value())
        .param("member", member)
        .param("searched", found.searched())
        .param("threads", found.threads().size())
        .param("found", found.messages())
        .param("locked", locked)
        .param("complete", found.complete())
        .update();
    batches.batchUpdate(
        SealedTextSql.ADD_HIT,
        List.copyOf(found.threads().entrySet()),
        BATCH,
        (statement, hit) -> {
          statement.setObject(1, id);
          statement.setObject(2, operation.value());
          statement.setObject(3, member);
          statement.setObject(4, hit.getKey());
          statement.setLong(5, hit.getValue());
        });
    return id;
  }

  @Transactional(readOnly = true)
  SearchResult get(OperationId operation, UUID search, int page) {
    sealed.requireEntitled(operation, SealedThing.Kind.SEARCH);
    List<SearchResult.Hit> hits =
        jdbc.sql(SealedTextSql.HITS)
            .params(Map.of("search", search, "limit", Page.SIZE, "offset", Page.offset(page)))
            .query(
                (row, number) -> new SearchResult.Hit(Threads.summary(row), row.getLong("found")))
            .list();
    return jdbc.sql(SealedTextSql.SEARCH)
        .param("operation", operation.value())
        .param("search", search)
        .param("member", currentMember.member().value())
        .query((row, number) ->
            new SearchResult(
                search,
                Columns.instant(row, "searched_at"),
                row.getLong("messages_searched"),
                row.getLong("threads_found"),
                row.getLong("messages_found"),
                row.getLong("threads_locked"),
                row.getBoolean("is_complete"),
                new Page<>(hits, page, row.getLong("threads_found"))))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }
}
