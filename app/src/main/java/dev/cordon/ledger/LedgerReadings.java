package dev.cordon.ledger;

import dev.cordon.access.OperationId;
import dev.cordon.ledger.internal.LedgerKey;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ledger: its state for everyone, entries for those the database shows them to. */
@Service
public class LedgerReadings {

  /** Entries on a page. */
  public static final int PAGE_SIZE = 50;

  private final JdbcClient jdbc;
  private final LedgerKey key;
  private final Ledger ledger;

  LedgerReadings(JdbcClient jdbc, LedgerKey key, Ledger ledger) {
    this.jdbc = jdbc;
    this.key = key;
    this.ledger = ledger;
  }

  /** How far the ledger is. */
  @Transactional(readOnly = true)
  public LedgerState state() {
    long waiting = jdbc.sql(LedgerSql.WAITING).query(Long.class).single();
    Optional<LedgerState.SignedCheckpoint> checkpoint =
        jdbc.sql(LedgerSql.LAST_CHECKPOINT)
            .query((row, number) ->
                new LedgerState.SignedCheckpoint(
                    row.getLong("size"),
                    HexFormat.of().formatHex(row.getBytes("root")),
                    row.getString("note"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
            .optional();
    OffsetDateTime since =
        jdbc.sql(LedgerSql.BEHIND_SINCE)
            .query(
                (row, number) -> Optional.ofNullable(row.getObject("since", OffsetDateTime.class)))
            .single()
            .orElse(null);
    return new LedgerState(
        waiting, since == null ? null : since.toInstant(), checkpoint, key.signer().key().text());
  }

  /**
   * The operation's entries the member may see, newest first. A page that shows entries of others
   * is an entry itself.
   *
   * @param page from 0
   */
  @Transactional
  public List<LedgerEntry> entries(OperationId operation, int page) {
    Set<EntryId> others = new LinkedHashSet<>();
    List<LedgerEntry> entries = entries(operation, page, others);
    if (!others.isEmpty()) {
      ledger.append(
          Entry.of(operation, Act.CONSULTATION, "ledger-entries", "looked through the ledger")
              .touching(others));
    }
    return entries;
  }

  private List<LedgerEntry> entries(OperationId operation, int page, Set<EntryId> others) {
    return jdbc.sql(LedgerSql.ENTRIES)
        .param("operation", operation.value())
        .param("limit", PAGE_SIZE)
        .param("offset", (long) Math.max(0, page) * PAGE_SIZE)
        .query((row, number) -> {
          EntryId id = new EntryId(row.getObject("id", UUID.class));
          if (row.getBoolean("others")) {
            others.add(id);
          }
          return new LedgerEntry(
              id,
              Optional.ofNullable(row.getObject("place", Long.class)),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              Act.valueOf(row.getString("act")),
              row.getString("what"),
              row.getString("member"),
              Optional.ofNullable(row.getString("reason")),
              row.getInt("record_count"));
        })
        .list();
  }

  /** How many of the operation's entries the member may see. */
  @Transactional(readOnly = true)
  public long count(OperationId operation) {
    return jdbc.sql(LedgerSql.COUNT)
        .param("operation", operation.value())
        .query(Long.class)
        .single();
  }
}
