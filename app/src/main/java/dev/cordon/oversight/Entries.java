package dev.cordon.oversight;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.LedgerProofs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger as auditors and data-protection officers search it.
 *
 * <p>Promises: gives ids, kinds, reasons and names of members, never what a record holds; each look
 * at others' entries is one entry itself, naming what was looked for and which entries were shown.
 */
@Service
public class Entries {

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final LedgerProofs proofs;

  Entries(JdbcClient jdbc, Access access, Ledger ledger, LedgerProofs proofs) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
    this.proofs = proofs;
  }

  /**
   * A choice a filter offers.
   *
   * @param id what stands in the address
   * @param name what the reader sees
   */
  public record Choice(UUID id, String name) {}

  /** What the filters offer. */
  public record Choices(List<Choice> members, List<Choice> recipients, List<String> kinds) {}

  /**
   * One entry opened.
   *
   * @param entry what it says
   * @param records the ids it touched; empty once the opening was destroyed
   * @param destroyedAt when the opening was destroyed
   * @param leaf the leaf's own lines, as they stand in the tree
   * @param proof where the tree stands with it
   */
  public record Opened(
      WatchedEntry entry,
      List<String> records,
      @Nullable Instant destroyedAt,
      String leaf,
      LedgerProofs.State proof) {}

  /**
   * How often a member opened a record.
   *
   * @param record the id, with its kind where the entry says one
   * @param what the kind of entry
   */
  public record Reading(
      UUID memberId,
      String member,
      @Nullable String agency,
      String record,
      String what,
      long views,
      Instant firstAt,
      Instant lastAt) {}

  /** A page of entries, newest first; {@link Page#total} ends one above what can be paged. */
  @Transactional
  public Page<WatchedEntry> page(OperationId operation, EntryFilter filter, int page) {
    requireWatcher(operation);
    int number = Math.min(Math.max(1, page), EntrySql.MOST_PAGED / Page.SIZE);
    List<WatchedEntry> rows =
        bound(EntrySql.page(filter), operation, filter)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(number))
            .query(Entries::entry)
            .list();
    long total = bound(EntrySql.count(filter), operation, filter).query(Long.class).single();
    looked(
        operation,
        "oversight-entries",
        "looked through " + filter.words() + ", page " + number,
        rows.stream().map(WatchedEntry::id).toList());
    return new Page<>(rows, number, Math.min(total, EntrySql.MOST_PAGED));
  }

  /** Opens one entry. */
  @Transactional
  public Opened one(OperationId operation, UUID id) {
    requireWatcher(operation);
    WatchedEntry entry =
        jdbc.sql(EntrySql.one())
            .param("operation", operation.value())
            .param("id", id)
            .query(Entries::entry)
            .optional()
            .orElseThrow(NotPermittedException::new);
    looked(operation, "oversight-entry", "opened an entry", List.of(id));
    LedgerProofs.State proof = proofs.of(new EntryId(id));
    return jdbc.sql(EntrySql.OPENING)
        .param("id", id)
        .query((row, number) ->
            new Opened(
                entry,
                Columns.texts(row, "record_ids"),
                Columns.instantOrNull(row, "destroyed_at"),
                new String(row.getBytes("body"), java.nio.charset.StandardCharsets.UTF_8),
                proof))
        .single();
  }

  /** Who opened which records how often, in the filter's days; latest first. */
  @Transactional
  public Page<Reading> readings(OperationId operation, EntryFilter filter, int page) {
    requireWatcher(operation);
    int number = Math.max(1, page);
    long[] total = {0};
    List<Reading> rows =
        bound(EntrySql.readings(filter), operation, filter)
            .param("record", filter.record())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(number))
            .query((row, place) -> {
              total[0] = row.getLong("total");
              return reading(row);
            })
            .list();
    looked(
        operation,
        "oversight-reading",
        "looked who read what: " + filter.words() + ", page " + number,
        rows.stream().map(Reading::record).distinct().toList());
    return new Page<>(rows, number, total[0]);
  }

  /**
   * Hands every matching entry to a consumer, newest first, without holding them; the act is a
   * disclosure with its reason.
   */
  @Transactional
  public void extract(
      OperationId operation, EntryFilter filter, String reason, Consumer<WatchedEntry> consumer) {
    requireWatcher(operation);
    ledger.append(
        Entry.of(
            operation,
            Act.DISCLOSURE,
            "oversight-extract",
            shortened(reason + " (" + filter.words() + ")")));
    bound(EntrySql.all(filter), operation, filter)
        .withFetchSize(500)
        .query(row -> {
          consumer.accept(entry(row, 0));
        });
  }

  /** What the filters offer. */
  @Transactional(readOnly = true)
  public Choices choices(OperationId operation) {
    requireWatcher(operation);
    return new Choices(
        jdbc.sql(EntrySql.MEMBERS)
            .param("operation", operation.value())
            .query((row, number) ->
                new Choice(
                    Columns.uuid(row, "id"),
                    row.getString("display_name") + " · " + row.getString("agency")))
            .list(),
        jdbc.sql(EntrySql.RECIPIENTS)
            .param("operation", operation.value())
            .query((row, number) -> new Choice(Columns.uuid(row, "id"), row.getString("name")))
            .list(),
        jdbc.sql(EntrySql.KINDS).param("operation", operation.value()).query(String.class).list());
  }

  private void requireWatcher(OperationId operation) {
    access.require(operation, Area.OVERSIGHT, Right.READ);
  }

  private void looked(OperationId operation, String what, String reason, List<?> shown) {
    ledger.append(Entry.of(operation, Act.CONSULTATION, what, shortened(reason)).touching(shown));
  }

  private static String shortened(String reason) {
    return reason.length() <= 2000 ? reason : reason.substring(0, 2000);
  }

  private JdbcClient.StatementSpec bound(String sql, OperationId operation, EntryFilter filter) {
    return jdbc.sql(sql)
        .param("operation", operation.value())
        .param("member", filter.member())
        .param("act", filter.act())
        .param("what", filter.what())
        .param("from", start(filter.from()))
        .param("until", start(filter.until() == null ? null : filter.until().plusDays(1)))
        .param("record", filter.record())
        .param("recipient", filter.recipient());
  }

  private static java.time.@Nullable OffsetDateTime start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  static WatchedEntry entry(ResultSet row, int number) throws SQLException {
    return new WatchedEntry(
        Columns.uuid(row, "id"),
        row.getObject("place", Long.class),
        Columns.instant(row, "at"),
        Act.valueOf(row.getString("act")),
        row.getString("what"),
        Columns.uuid(row, "member_id"),
        row.getString("member"),
        row.getString("agency"),
        row.getString("recipient"),
        row.getString("reason"),
        row.getInt("record_count"));
  }

  private static Reading reading(ResultSet row) throws SQLException {
    return new Reading(
        Columns.uuid(row, "member_id"),
        row.getString("member"),
        row.getString("agency"),
        row.getString("touched"),
        row.getString("what"),
        row.getLong("views"),
        Columns.instant(row, "first_at"),
        Columns.instant(row, "last_at"));
  }
}
