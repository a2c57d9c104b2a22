package dev.cordon.triage;

import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.keys.SealedColumns;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.triage.DigestImport.Quarantined;
import dev.cordon.triage.internal.PathSeal;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what lies on an exhibit, by digest alone: sha256, size and, where known, md5, pdq,
 * mime_type and path. A path is sealed before anything is stored.
 */
@Service
@Transactional
public class Digests {

  private static final int BATCH = 1000;
  private static final int REASONS_SHOWN = 100;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final Exhibits exhibits;
  private final PathSeal seal;
  private final SealedColumns columns;
  private final PerceptualCodes codes;
  private final QueuePlaces queue;
  private final LongIntake intake;

  Digests(
      JdbcClient jdbc,
      JdbcOperations batches,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      Exhibits exhibits,
      PathSeal seal,
      SealedColumns columns,
      PerceptualCodes codes,
      QueuePlaces queue,
      LongIntake intake) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.exhibits = exhibits;
    this.seal = seal;
    this.columns = columns;
    this.codes = codes;
    this.queue = queue;
    this.intake = intake;
  }

  /** Counts while rows go by. */
  private static final class Tally {

    private long rowsIn;
    private long stored;
    private final List<Quarantined> quarantined = new ArrayList<>();
  }

  /** Takes a CSV of digests for an exhibit; the same list again adds nothing. */
  public DigestImport take(OperationId operation, UUID exhibit, Reader csv) {
    access.require(operation, Area.TRIAGE, Right.WRITE);
    Exhibit holder = exhibits.get(operation, exhibit);
    intake.begin();
    Tally tally = new Tally();
    List<DigestRow> batch = new ArrayList<>();
    DigestCsv.read(
        csv,
        List.of("sha256", "size"),
        row -> {
          tally.rowsIn++;
          try {
            batch.add(row(row));
          } catch (DigestCsv.UnreadableRow unreadable) {
            tally.quarantined.add(
                new Quarantined(row.line(), String.valueOf(unreadable.getMessage())));
          }
          if (batch.size() == BATCH) {
            tally.stored += store(operation, holder, batch);
            batch.clear();
          }
        });
    tally.stored += store(operation, holder, batch);
    jdbc.sql(TriageSql.MATCH_EXHIBIT)
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .update();
    DigestImport done = record(operation, holder, tally);
    queue.place(operation);
    return done;
  }

  private static DigestRow row(DigestCsv.Row row) {
    String sha256 = row.hash("sha256", 64);
    if (sha256 == null) {
      throw new DigestCsv.UnreadableRow("sha256 is missing");
    }
    String size = row.value("size");
    if (size == null || !size.matches("[0-9]{1,18}")) {
      throw new DigestCsv.UnreadableRow("size is not a number of bytes");
    }
    String path = row.value("path");
    return new DigestRow(
        row.line(),
        sha256,
        row.hash("md5", 32),
        row.hash("pdq", 64),
        Long.parseLong(size),
        row.value("mime_type"),
        path == null ? "" : path);
  }

  private long store(OperationId operation, Exhibit exhibit, List<DigestRow> rows) {
    UUID agency = exhibit.agency().value();
    batches.batchUpdate(
        TriageSql.ADD_ITEM,
        rows,
        BATCH,
        (statement, row) -> {
          statement.setObject(1, operation.value());
          statement.setObject(2, agency);
          statement.setString(3, exhibit.country());
          statement.setString(4, row.sha256());
          statement.setString(5, row.md5());
          statement.setLong(6, row.sizeBytes());
          statement.setString(7, row.mimeType());
        });
    codes.addOfCsv(operation, exhibit.agency(), rows);
    SealedColumns.Sealer sealer = columns.sealer(operation);
    int[][] added =
        batches.batchUpdate(
            TriageSql.ADD_SIGHTING,
            rows,
            BATCH,
            (statement, row) -> {
              UUID id = UUID.randomUUID();
              statement.setObject(1, id);
              statement.setObject(2, exhibit.id());
              statement.setString(3, seal.seal(row.path()));
              statement.setInt(4, row.path().length());
              statement.setBytes(5, sealer.seal(FileNames.place(operation, id), row.path()));
              statement.setObject(6, operation.value());
              statement.setObject(7, agency);
              statement.setString(8, row.sha256());
            });
    long stored = 0;
    for (int[] counts : added) {
      for (int count : counts) {
        stored += count;
      }
    }
    return stored;
  }

  private DigestImport record(OperationId operation, Exhibit exhibit, Tally tally) {
    UUID id = UUID.randomUUID();
    long quarantined = tally.quarantined.size();
    long duplicates = tally.rowsIn - tally.stored - quarantined;
    jdbc.sql(TriageSql.ADD_IMPORT)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", exhibit.agency().value())
        .param("exhibit", exhibit.id())
        .param("rowsIn", tally.rowsIn)
        .param("stored", tally.stored)
        .param("duplicates", duplicates)
        .param("quarantined", quarantined)
        .param("member", currentMember.member().value())
        .update();
    batches.batchUpdate(
        TriageSql.ADD_QUARANTINED,
        tally.quarantined,
        BATCH,
        (statement, one) -> {
          statement.setObject(1, id);
          statement.setObject(2, operation.value());
          statement.setObject(3, exhibit.agency().value());
          statement.setLong(4, one.line());
          statement.setString(5, one.reason());
        });
    ledger.append(
        Entry.of(operation, Act.COLLECTION, "digests", "digests of exhibit " + exhibit.number())
            .touching(id, exhibit.id()));
    return new DigestImport(
        id,
        tally.rowsIn,
        tally.stored,
        duplicates,
        quarantined,
        tally.quarantined.stream().limit(REASONS_SHOWN).toList());
  }
}
