package dev.cordon.figures;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.exchange.Receipt;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.StatementReceipts;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Published figures as files for those they are told to: the frozen content, and the receipt that
 * proves offline what was published when. Taking one out is an entry.
 */
@Service
@Transactional
public class PublishedFigures {

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final StatementReceipts receipts;

  PublishedFigures(JdbcClient jdbc, Access access, Ledger ledger, StatementReceipts receipts) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
    this.receipts = receipts;
  }

  /** The figures as they were frozen, byte for byte. */
  public String content(OperationId operation, UUID publication) {
    require(operation);
    Publication found = find(operation, publication);
    handedOut(operation, publication, "published figures were taken out as a file");
    return found.content();
  }

  /**
   * The receipt of a publication, format {@value Receipt#FORMAT}.
   *
   * @throws RefusedException while no checkpoint covers the entry, when its opening was destroyed,
   *     or when the figures were published before receipts were given
   */
  public Receipt receipt(OperationId operation, UUID publication) {
    require(operation);
    if (!find(operation, publication).proved()) {
      throw new RefusedException(
          "These figures were published before receipts were given. Publish them anew for one.");
    }
    Receipt receipt = receipts.of(opened(operation, publication), "these figures");
    handedOut(operation, publication, "the receipt of published figures was taken out as a file");
    return receipt;
  }

  private Optional<StatementReceipts.Opened> opened(OperationId operation, UUID publication) {
    return jdbc.sql(FigureSql.PUBLICATION_PROOF)
        .param("operation", operation.value())
        .param("id", publication)
        .query(StatementReceipts.Opened::of)
        .optional();
  }

  private void require(OperationId operation) {
    access.require(operation, Area.FIGURES, Right.READ);
  }

  private Publication find(OperationId operation, UUID publication) {
    return jdbc.sql(FigureSql.PUBLICATION)
        .param("operation", operation.value())
        .param("id", publication)
        .query(Publications::publication)
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  private void handedOut(OperationId operation, UUID publication, String words) {
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "figures-publication", words).touching(publication));
  }
}
