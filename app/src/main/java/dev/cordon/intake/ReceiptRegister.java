package dev.cordon.intake;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.LedgerProofs;
import dev.cordon.ledger.ReceiptWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Receipts in the database; making one is an entry of the ledger that commits to its words. */
@Service
@Transactional
class ReceiptRegister {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final LedgerProofs proofs;

  ReceiptRegister(
      JdbcClient jdbc, CurrentMember currentMember, Ledger ledger, LedgerProofs proofs) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.proofs = proofs;
  }

  /** Makes the next receipt of a source together with the entry of that act. */
  @Transactional(propagation = Propagation.MANDATORY)
  void make(
      OperationId operation,
      SourceReport report,
      HandedOver handedOver,
      Act act,
      String what,
      String reason) {
    ReceiptWords statement = ReceiptStatement.of(operation, report, handedOver);
    EntryId entry =
        ledger.append(
            Entry.of(operation, act, what, reason)
                .touching(report.id(), report.sha256(), statement.record()));
    int number =
        jdbc.sql(ReceiptSql.NEXT)
            .param("operation", operation.value())
            .param("source", report.id().value())
            .query(Integer.class)
            .single();
    Instant at = handedOver.at();
    jdbc.sql(ReceiptSql.ADD)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("source", report.id().value())
        .param("number", number)
        .param("handedBy", handedOver.by())
        .param("handedAt", at == null ? null : Columns.parameter(at), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("handedPlace", handedOver.place())
        .param("handedMeans", handedOver.means())
        .param("handedDescription", handedOver.description())
        .param("statement", statement.text())
        .param("digest", statement.sha256())
        .param("entry", entry.value())
        .param("member", currentMember.member().value())
        .update();
  }

  /** The newest receipt of a source with what the ledger has of it; none for an early source. */
  @Transactional(readOnly = true)
  Optional<SourceReceipt> newest(OperationId operation, UUID source) {
    return jdbc.sql(ReceiptSql.NEWEST)
        .param("operation", operation.value())
        .param("source", source)
        .query((row, index) -> proved(row))
        .optional();
  }

  private record Entered(
      EntryId entry, byte[] body, Optional<Long> place, Optional<SourceReceipt.Opened> opened) {}

  private SourceReceipt proved(ResultSet row) throws SQLException {
    UUID id = Columns.uuid(row, "id");
    Entered entered =
        jdbc.sql(ReceiptSql.PROOF)
            .param("receipt", id)
            .query((found, index) -> entered(found))
            .single();
    return new SourceReceipt(
        id,
        row.getInt("number"),
        TakingRows.handedOver(row),
        row.getString("statement"),
        row.getString("statement_sha256"),
        row.getString("made_by_name"),
        Columns.instant(row, "made_at"),
        entered.entry(),
        entered.body(),
        entered.opened().orElse(null),
        entered.place().flatMap(place -> proofs.prove(place, entered.body())).orElse(null));
  }

  private static Entered entered(ResultSet found) throws SQLException {
    byte[] salt = found.getBytes("salt");
    return new Entered(
        new EntryId(Columns.uuid(found, "entry_id")),
        found.getBytes("body"),
        Optional.ofNullable(found.getObject("place", Long.class)),
        salt == null
            ? Optional.empty()
            : Optional.of(SourceReceipt.Opened.of(salt, Columns.texts(found, "record_ids"))));
  }

  /** Notes that a receipt was handed out. */
  void handedOut(OperationId operation, UUID source, SourceReceipt receipt) {
    ledger.append(
        Entry.of(
                operation,
                Act.DISCLOSURE,
                "source-receipt",
                "receipt " + receipt.number() + " of a source was taken out as a file")
            .touching(source, receipt.id()));
  }
}
