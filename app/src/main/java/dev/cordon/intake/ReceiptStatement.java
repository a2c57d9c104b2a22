package dev.cordon.intake;

import dev.cordon.access.OperationId;
import dev.cordon.ledger.ReceiptWords;
import java.util.function.ToLongFunction;

/** What the receipt of a source says: what was handed over, and what became of its rows. */
final class ReceiptStatement {

  private ReceiptStatement() {}

  /** The words about a source that was handed over so. */
  static ReceiptWords of(OperationId operation, SourceReport report, HandedOver handedOver) {
    return new ReceiptWords("cordon-source", 1)
        .line("operation", operation)
        .line("source", report.id())
        .line("name", report.name())
        .line("size", report.sizeBytes())
        .line("sha256", report.sha256())
        .line("form", report.form())
        .line("sealed", report.sealed())
        .line("media-places", report.mediaFound())
        .line("rows-in", sum(report, Balance::rowsIn))
        .line("stored", sum(report, Balance::stored))
        .line("quarantined", sum(report, Balance::quarantined))
        .line("duplicates", sum(report, Balance::duplicates))
        .line("handed-over-by", handedOver.by())
        .line("handed-over-at", handedOver.at())
        .line("handed-over-where", handedOver.place())
        .line("handed-over-by-means-of", handedOver.means())
        .line("description", handedOver.description());
  }

  private static long sum(SourceReport report, ToLongFunction<Balance> part) {
    return report.balances().stream().mapToLong(part).sum();
  }
}
