package dev.cordon.triage;

import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.evidence.Exhibit;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down that a part of an inventory was taken in: its balance, what stayed aside, the entry.
 */
@Component
class InventoryLedger {

  private static final int BATCH = 1000;
  private static final int REASONS_SHOWN = 100;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  InventoryLedger(
      JdbcClient jdbc, JdbcOperations batches, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /**
   * Writes the part down.
   *
   * @param form inventory, names, codes, matches, series, groups or summary
   * @param partOf the inventory it belongs to, or repeats; null for a first one
   */
  DigestImport record(
      OperationId operation,
      Exhibit exhibit,
      UUID id,
      String form,
      @Nullable UUID partOf,
      String contentSha256,
      TakenPart part) {
    long quarantined = part.quarantined.size();
    long duplicates = part.rowsIn - part.stored - quarantined;
    jdbc.sql(InventorySql.ADD_IMPORT)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", exhibit.agency().value())
        .param("exhibit", exhibit.id())
        .param("form", form)
        .param("digest", contentSha256)
        .param("partOf", partOf)
        .param("rowsIn", part.rowsIn)
        .param("stored", part.stored)
        .param("duplicates", duplicates)
        .param("quarantined", quarantined)
        .param("decoded", part.decoded)
        .param("undecoded", part.undecoded)
        .param("unread", part.unread)
        .param("member", currentMember.member().value())
        .update();
    batches.batchUpdate(
        TriageSql.ADD_QUARANTINED,
        part.quarantined,
        BATCH,
        (statement, one) -> {
          statement.setObject(1, id);
          statement.setObject(2, operation.value());
          statement.setObject(3, exhibit.agency().value());
          statement.setLong(4, one.line());
          statement.setString(5, one.reason());
        });
    ledger.append(
        Entry.of(
                operation,
                Act.COLLECTION,
                form.equals("inventory") ? "inventory" : "inventory-" + form,
                form + " of exhibit " + exhibit.number())
            .touching(id, exhibit.id()));
    List<DigestImport.Quarantined> shown = part.quarantined.stream().limit(REASONS_SHOWN).toList();
    return new DigestImport(id, part.rowsIn, part.stored, duplicates, quarantined, shown);
  }
}
