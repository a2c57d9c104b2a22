package dev.cordon.intake;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.exchange.Receipt;
import dev.cordon.ledger.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipts for whoever handed a source over.
 *
 * <p>Promises: a receipt's file can be checked offline, without this server: that the ledger
 * commits to exactly these words, under a checkpoint its key signed.
 */
@Service
@Transactional
public class Receipts {

  private final SourceRegister sources;
  private final ReceiptRegister receipts;
  private final Vaults vaults;

  Receipts(SourceRegister sources, ReceiptRegister receipts, Vaults vaults) {
    this.sources = sources;
    this.receipts = receipts;
    this.vaults = vaults;
  }

  /** The receipt that stands; none for a source taken in before there were receipts. */
  @Transactional(readOnly = true)
  public Optional<SourceReceipt> of(OperationId operation, UUID source) {
    sources.get(operation, source);
    return receipts.newest(operation, source);
  }

  /** Writes down who handed a source over; a new receipt stands from now on. */
  public void write(OperationId operation, UUID source, HandedOver handedOver) {
    sources.requireWriter(operation);
    sources.get(operation, source);
    receipts.make(
        operation,
        report(operation, source),
        handedOver,
        Act.ALTERATION,
        "source-receipt",
        "wrote down who handed the source over");
  }

  /**
   * The receipt's file, format {@value Receipt#FORMAT}; taking it out is an entry.
   *
   * @throws RefusedException while no checkpoint covers the entry, or when its opening was
   *     destroyed
   */
  public Receipt file(OperationId operation, UUID source) {
    SourceReceipt receipt = of(operation, source).orElseThrow(NoSuchElementException::new);
    if (receipt.opened() == null) {
      throw new RefusedException(
          "What opens the entry of this receipt was destroyed by order: its words can not be proved"
              + " any more. Write a new receipt.");
    }
    if (receipt.proof() == null) {
      throw new RefusedException(
          "The ledger has not signed a checkpoint over this receipt yet. Try again in some"
              + " seconds.");
    }
    receipts.handedOut(operation, source, receipt);
    return new Receipt(
        Receipt.FORMAT,
        receipt.statement(),
        receipt.entryText(),
        receipt.opened().salt(),
        receipt.opened().records(),
        receipt.proof().place(),
        receipt.proof().hashes(),
        receipt.proof().checkpoint(),
        receipt.proof().key());
  }

  private SourceReport report(OperationId operation, UUID source) {
    try {
      return Intake.report(vaults.of(operation), new SourceId(source)).orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "the report of source " + source + " can not be read", unreadable);
    }
  }
}
