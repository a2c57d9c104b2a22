package dev.cordon.dispatch;

import dev.cordon.RefusedException;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.ReceiptWords;
import dev.cordon.ledger.StatementReceipts;
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
  private final StatementReceipts receipts;

  ReleaseReceipts(JdbcClient jdbc, Ledger ledger, StatementReceipts receipts) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.receipts = receipts;
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
    Optional<StatementReceipts.Opened> opened =
        jdbc.sql(ContentSql.RELEASE_RECEIPT)
            .param("operation", released.operation().value())
            .param("package", released.id().value())
            .query(StatementReceipts.Opened::of)
            .optional();
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(receipts.of(opened, "this release").toBytes());
    } catch (RefusedException notYet) {
      return Optional.empty();
    }
  }
}
