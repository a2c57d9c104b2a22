package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of known files. A match adds a reason to an item; it takes nothing out of the queue.
 *
 * <p>A list the lead loads serves every examiner of the operation, one an agency loads serves that
 * agency.
 */
@Service
@Transactional
public class HashLists {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final QueuePlaces queue;

  HashLists(
      JdbcClient jdbc,
      JdbcOperations batches,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      QueuePlaces queue) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.queue = queue;
  }

  private record ListEntry(String sha256, String category) {}

  /** Loads a CSV with the columns sha256 and, optionally, category; all of it or nothing. */
  public UUID load(
      OperationId operation, String name, String version, String origin, InputStream csv) {
    access.require(operation, Area.HASH_LISTS, Right.LOAD_LIST);
    MessageDigest digest = Sha256.digest();
    List<ListEntry> entries = entries(new DigestInputStream(csv, digest));
    boolean lead = access.holdsForWhole(operation, Area.HASH_LISTS, Right.LOAD_LIST);
    @Nullable AgencyId agency = lead ? null : currentMember.agency();
    UUID id = UUID.randomUUID();
    jdbc.sql(TriageSql.ADD_LIST)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", agency == null ? null : agency.value())
        .param("name", name)
        .param("version", version)
        .param("origin", origin)
        .param("digest", HexFormat.of().formatHex(digest.digest()))
        .param("member", currentMember.member().value())
        .update();
    batches.batchUpdate(
        TriageSql.ADD_ENTRY,
        entries,
        BATCH,
        (statement, entry) -> {
          statement.setObject(1, id);
          statement.setObject(2, operation.value());
          statement.setObject(3, agency == null ? null : agency.value());
          statement.setString(4, entry.sha256());
          statement.setString(5, entry.category());
        });
    jdbc.sql(TriageSql.MATCH_LIST).param("list", id).update();
    queue.place(operation);
    ledger.append(
        Entry.of(operation, Act.COLLECTION, "hash-list", name + " " + version).touching(id));
    return id;
  }

  private static List<ListEntry> entries(InputStream csv) {
    List<ListEntry> entries = new ArrayList<>();
    DigestCsv.read(
        new InputStreamReader(csv, StandardCharsets.UTF_8),
        List.of("sha256"),
        row -> {
          String sha256 = row.hash("sha256", 64);
          if (sha256 == null) {
            throw new RefusedException("Line " + row.line() + ": sha256 is missing.");
          }
          String category = row.value("category");
          entries.add(new ListEntry(sha256, category == null ? "" : category));
        });
    return entries;
  }

  /** The lists the reader may match against. */
  @Transactional(readOnly = true)
  public List<HashList> all(OperationId operation) {
    return jdbc.sql(TriageSql.LISTS)
        .param("operation", operation.value())
        .query((row, number) ->
            new HashList(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("version"),
                row.getString("origin"),
                row.getObject("agency_id") == null,
                Columns.instant(row, "loaded_at"),
                row.getLong("entries")))
        .list();
  }
}
