package dev.cordon.intake;

import dev.cordon.access.OperationId;

/** A source was taken in. Told inside the transaction that records it. */
public record SourceSealed(OperationId operation, SourceId source, String name) {}
