package dev.cordon.figures;

import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Audited;
import dev.cordon.ledger.Entry;
import java.util.UUID;

/**
 * Figures were frozen and published.
 *
 * @param contentSha256 digest of the frozen figures
 */
public record FiguresPublished(
    OperationId operation, UUID publication, String reason, String contentSha256)
    implements Audited {

  @Override
  public Entry entry() {
    return Entry.of(operation, Act.DECISION, "figures-publication", reason)
        .touching(publication, contentSha256);
  }
}
