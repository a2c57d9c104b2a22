package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.exchange.Receipt;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.LedgerProofs;
import dev.cordon.ledger.ReceiptWords;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words of a release, in the ledger: which manifest went to whom. The receipt travels with the
 * package, so that its recipient can prove when it was released.
 */
@Component
class ReleaseReceipts {

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final LedgerProofs proofs;

  ReleaseReceipts(JdbcClient jdbc, Ledger ledger, LedgerProofs proofs) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.proofs = proofs;
  }

  void add(IntelligencePackage draft, String manifestSha256, String reason) {
    ReceiptWords words =
        new ReceiptWords("cordon-release", 1)
            .line("operation", draft.operation())
            .line("package", draft.number())
            .line("version", draft.version())
            .line("recipient", draft.recipient())
            .line("handling-code", draft.handlingCode())
            .line("manifest-sha256", manifestSha256);
    EntryId entry =
        ledger.append(
            Entry.of(draft.operation(), Act.DECISION, "package-manifest", reason)
                .to(draft.recipient())
                .touching(draft.id(), words.record()));
    jdbc.sql(ContentSql.ADD_RELEASE_RECEIPT)
        .param("package", draft.id().value())
        .param("operation", draft.operation().value())
        .param("agency", draft.recipient().value())
        .param("statement", words.text())
        .param("entry", entry.value())
        .update();
  }

  /** None while no checkpoint covers the release, and for one of before there were any. */
  Optional<byte[]> of(IntelligencePackage released) {
    return jdbc.sql(ContentSql.RELEASE_RECEIPT)
        .param("operation", released.operation().value())
        .param("package", released.id().value())
        .query((row, number) ->
            new Opened(
                row.getString("statement"),
                HexFormat.of().formatHex(row.getBytes("salt")),
                Columns.texts(row, "record_ids"),
                row.getBytes("body"),
                row.getLong("place")))
        .optional()
        .flatMap(this::receipt);
  }

  private Optional<byte[]> receipt(Opened opened) {
    return proofs
        .prove(opened.place(), opened.body())
        .map(proof ->
            new Receipt(
                    Receipt.FORMAT,
                    opened.statement(),
                    new String(opened.body(), StandardCharsets.UTF_8),
                    opened.salt(),
                    opened.records(),
                    opened.place(),
                    proof.hashes(),
                    proof.checkpoint(),
                    proof.key())
                .toBytes());
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Opened(
      String statement, String salt, List<String> records, byte[] body, long place) {}
}
