package dev.cordon.figures;

import dev.cordon.access.OperationId;
import java.util.UUID;

/**
 * Figures were frozen and published, with their entry in the ledger.
 *
 * @param contentSha256 digest of the frozen figures
 */
public record FiguresPublished(
    OperationId operation, UUID publication, String reason, String contentSha256) {}
