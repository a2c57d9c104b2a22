package dev.cordon.sealedtext;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedThing;
import dev.cordon.intake.TextThread;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The threads of an operation: counts and times. Those who may open threads see the list; the
 * coordinator, the prosecutor and the data-protection officer see it, too, and open none.
 */
@Service
@Transactional(readOnly = true)
public class Threads {

  private final JdbcClient jdbc;
  private final Access access;
  private final SealedAccesses sealed;

  Threads(JdbcClient jdbc, Access access, SealedAccesses sealed) {
    this.jdbc = jdbc;
    this.access = access;
    this.sealed = sealed;
  }

  /** One system and how much text it holds. */
  public record TextSystem(
      String name,
      long threads,
      long messages,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt) {}

  /** What the ledger and a {@link dev.cordon.access.SealedAccess} call a thread. */
  public static SealedThing thing(UUID thread) {
    return new SealedThing(SealedThing.Kind.THREAD, thread);
  }

  /** Passes when the member may know which threads there are. */
  public void requireListing(OperationId operation) {
    if (!access.holdsForWhole(operation, Area.SEALED_TEXT, Right.READ)) {
      throw new NotPermittedException();
    }
  }

  /** The systems with text. */
  public List<TextSystem> systems(OperationId operation) {
    requireListing(operation);
    return jdbc.sql(SealedTextSql.SYSTEMS)
        .param("operation", operation.value())
        .query((row, number) ->
            new TextSystem(
                row.getString("system"),
                row.getLong("threads"),
                row.getLong("messages"),
                Columns.instantOrNull(row, "first_at"),
                Columns.instantOrNull(row, "last_at")))
        .list();
  }

  /**
   * The threads, the last written first.
   *
   * @param system only of this system; empty for all
   * @param mark only with such a mark; null for all
   */
  public Page<ThreadSummary> page(
      OperationId operation, String system, @Nullable MarkKind mark, int page) {
    requireListing(operation);
    String kind = mark == null ? "" : mark.text();
    List<ThreadSummary> rows =
        jdbc.sql(SealedTextSql.THREADS)
            .param("operation", operation.value())
            .param("system", system)
            .param("mark", kind)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) -> summary(row))
            .list();
    long total =
        jdbc.sql(SealedTextSql.COUNT_THREADS)
            .param("operation", operation.value())
            .param("system", system)
            .param("mark", kind)
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  /** One thread, without a word of it. */
  public ThreadSummary get(OperationId operation, UUID thread) {
    requireListing(operation);
    return jdbc.sql(SealedTextSql.THREAD)
        .param("operation", operation.value())
        .param("thread", thread)
        .query((row, number) -> summary(row))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  static ThreadSummary summary(ResultSet row) throws SQLException {
    return new ThreadSummary(
        Columns.uuid(row, "id"),
        new TextThread(row.getString("system"), row.getString("channel"), row.getString("thread")),
        row.getLong("messages"),
        Columns.instantOrNull(row, "first_at"),
        Columns.instantOrNull(row, "last_at"),
        row.getBoolean("locked"),
        row.getLong("marks"),
        Columns.instantOrNull(row, "open_until"));
  }
}
