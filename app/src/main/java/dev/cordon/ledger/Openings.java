package dev.cordon.ledger;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What opens an entry: its salt, reason and record ids.
 *
 * <p>Promises: once destroyed, nobody can tell any more which reason and which records the entry
 * committed to; the entry, its place and every proof stay. The database destroys one only when two
 * persons approved it.
 */
@Service
public class Openings {

  private final JdbcClient jdbc;
  private final Ledger ledger;

  Openings(JdbcClient jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  /**
   * One page of the entries that can still be opened, newest first; looking is an entry.
   *
   * @param record only entries that touched this record; null for all
   */
  @Transactional
  public Page<LedgerEntry> page(OperationId operation, @Nullable String record, int page) {
    Page<LedgerEntry> found =
        new Page<>(
            jdbc.sql(OpeningSql.PAGE)
                .param("operation", operation.value())
                .param("record", record)
                .param("limit", Page.SIZE)
                .param("offset", Page.offset(page))
                .query(Openings::entry)
                .list(),
            page,
            jdbc.sql(OpeningSql.COUNT)
                .param("operation", operation.value())
                .param("record", record)
                .query(Long.class)
                .single());
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "ledger-openings", "looked for what can be erased")
            .touching(record == null ? List.of() : List.of(record)));
    return found;
  }

  /** An entry that can still be opened, if the member may see it. */
  @Transactional(readOnly = true)
  public Optional<LedgerEntry> find(OperationId operation, EntryId entry) {
    return jdbc.sql(OpeningSql.FIND)
        .param("operation", operation.value())
        .param("entry", entry.value())
        .query(Openings::entry)
        .optional();
  }

  /** Destroys what opens the entry, in the transaction of the second person's approval. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void destroy(OperationId operation, EntryId entry) {
    int destroyed =
        jdbc.sql(OpeningSql.DESTROY)
            .param("operation", operation.value())
            .param("entry", entry.value())
            .update();
    if (destroyed == 0) {
      throw new NotPermittedException();
    }
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(
        new EntryId(Columns.uuid(row, "id")),
        Optional.ofNullable(row.getObject("place", Long.class)),
        Columns.instant(row, "at"),
        Act.valueOf(row.getString("act")),
        row.getString("what"),
        row.getString("member"),
        Optional.ofNullable(row.getString("reason")),
        row.getInt("record_count"));
  }
}
