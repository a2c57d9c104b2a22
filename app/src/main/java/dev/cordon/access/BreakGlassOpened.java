package dev.cordon.access;

import java.util.UUID;

/** A member broke the glass. */
public record BreakGlassOpened(
    OperationId operation, UUID opening, EmergencyOpening.Scope scope, String reason) {}
