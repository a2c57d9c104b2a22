package dev.cordon.intake;

import dev.cordon.access.OperationId;

/**
 * A source was read again and its records replaced: what was made of the earlier records is older
 * than its input now. Told inside the transaction that records it.
 */
public record SourceRetaken(OperationId operation, SourceId source, String name, int edition) {}
