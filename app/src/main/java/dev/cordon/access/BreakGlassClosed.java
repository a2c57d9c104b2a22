package dev.cordon.access;

import java.util.UUID;

/** A member closed an emergency opening before its hour was over. */
public record BreakGlassClosed(OperationId operation, UUID opening) {}
