package dev.cordon.action;

import dev.cordon.access.OperationId;
import dev.cordon.ledger.ReceiptWords;
import java.util.UUID;

/**
 * What the receipt of a field report says: what was reported when and which things were seized, not
 * whom it is about. {@code content-sha256} is the digest of the report as Cordon writes it.
 */
final class ReportStatement {

  private ReportStatement() {}

  /** The words about a report that was taken under an id. */
  static ReceiptWords of(UUID id, OperationId operation, FieldReport report, String digest) {
    ReceiptWords words =
        new ReceiptWords("cordon-field-report", 1)
            .line("operation", operation)
            .line("id", id)
            .line("report", report.report())
            .line("agency", report.agency())
            .line("officer", report.officer())
            .line("kind", report.kind().text())
            .line("at", report.moment())
            .line("content-sha256", digest);
    for (FieldReport.Item item : report.seized()) {
      words.line(
          "item",
          item.number() + " " + item.kind() + " seal " + (item.seal() == null ? "-" : item.seal()));
    }
    return words;
  }
}
